import Type from 'typebox'
import { StoredLiveRelease, StoredRelease } from '#analytics'
import type { Made } from '../made.ts'
import { Address, Code, Day, paging, releaseIdentity, Sha256, strict } from './facts.ts'

export const ReleaseSummary = Type.Object(
  {
    ...releaseIdentity,
    releasedOn: Day,
    responses: Type.Integer({ minimum: 10, description: 'How many responses it was made from.' }),
    previous: Type.Union([Sha256, Type.Null()], { description: 'Hash of the release before this one.' }),
    links: Type.Object({ self: Address, tables: Address, pages: Type.Array(Address) }, strict)
  },
  { ...strict, description: 'A numbered release, which never changes.' }
)
export type ReleaseSummary = Made<typeof ReleaseSummary>

export const ReleaseList = Type.Object(
  { items: Type.Array(ReleaseSummary), ...paging },
  { ...strict, description: 'Releases of a consultation, the latest first.' }
)
export type ReleaseList = Made<typeof ReleaseList>

/** The bytes that were hashed, of a release after the close and of one during the consultation. */
export const FinalRelease = StoredRelease
export const LiveRelease = StoredLiveRelease
export const Release = Type.Union([FinalRelease, LiveRelease], {
  description: 'A whole release, byte for byte as it was hashed.'
})

// One source for what a cell is: the schema of a stored release.
const { tables, written } = StoredRelease.properties
const { columns, by, places } = tables.items.properties
const { renewed, told, cells } = StoredLiveRelease.properties.tables.items.properties

export const TableList = Type.Object(
  {
    ...releaseIdentity,
    items: Type.Array(
      Type.Object({ question: Code, by, links: Type.Object({ self: Address }, strict) }, strict)
    ),
    written: Type.Array(written.items, {
      description: 'How many wrote something for each open question; empty in a live release.'
    })
  },
  { ...strict, description: 'The tables of a release.' }
)
export type TableList = Made<typeof TableList>

export const FinalTable = Type.Object(
  { ...releaseIdentity, question: Code, by, places, columns },
  {
    ...strict,
    description:
      'One question, for all respondents or by breakdowns. A cell has n (count) and percent (of base), null where there is none to print, and a status: empty plain, c hidden, t top-coded (this or more), low base of 50 to 99, x base below 50.'
  }
)
export const LiveTable = Type.Object(
  { ...releaseIdentity, question: Code, by, renewed, told, cells },
  {
    ...strict,
    description:
      'One question while answers still come in: shares in steps of five points, or words, and no counts. A cell has a status: empty plain, c hidden, t top-coded (this or more). renewed is the number of the release that changed it last.'
  }
)
export const Table = Type.Union([FinalTable, LiveTable], { description: 'One table of a release.' })
export type Table = Made<typeof Table>
