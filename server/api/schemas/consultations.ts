import Type from 'typebox'
import { Words } from '#surveys'
import type { Made } from '../made.ts'
import { Address, Code, Day, LanguageCode, paging, Sha256, Slug, strict } from './facts.ts'
import { ReleaseSummary } from './releases.ts'

const Meeting = Type.Object(
  { body: Type.String(), number: Type.Integer(), place: Type.String(), startsOn: Day, endsOn: Day },
  strict
)

export const Consultation = Type.Object(
  {
    slug: Slug,
    title: Words,
    status: Type.Enum(['open', 'paused', 'closed']),
    demonstration: Type.Boolean({ description: 'Made-up answers that show how Earshot works.' }),
    opensOn: Day,
    closesOn: Day,
    timeZone: Type.String({ description: 'IANA name; the days are meant there.' }),
    languages: Type.Array(LanguageCode),
    meeting: Type.Union([Meeting, Type.Null()]),
    access: Type.Enum(['open', 'cards', 'room'], { description: 'Who may answer.' }),
    breakdowns: Type.Array(Code, { description: 'Questions by which tables are broken down.' }),
    version: Type.Object({ number: Type.Integer({ minimum: 1 }), hash: Sha256 }, strict),
    latestRelease: Type.Union([ReleaseSummary, Type.Null()]),
    links: Type.Object({ self: Address, releases: Address, questionnaires: Type.Array(Address) }, strict)
  },
  { ...strict, description: 'A consultation that has opened. Nothing here counts who has answered.' }
)
export type Consultation = Made<typeof Consultation>

export const ConsultationList = Type.Object(
  { items: Type.Array(Consultation), ...paging },
  { ...strict, description: 'Consultations, the latest to close first.' }
)
export type ConsultationList = Made<typeof ConsultationList>
