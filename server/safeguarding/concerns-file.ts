import type { KeyObject } from 'node:crypto'
import Type from 'typebox'
import { Check } from 'typebox/value'
import { opener } from '../waiting-room/seal.ts'
import { readConcern, type Concern } from './concern.ts'

const ConcernsFile = Type.Object(
  {
    schema: Type.Literal('earshot.concerns/1'),
    consultation: Type.String(),
    rows: Type.Array(Type.String({ pattern: '^[A-Za-z0-9+/]+=*$' }))
  },
  { additionalProperties: false }
)

/** A file that is handed to the safeguarding lead: nobody else can read what is in it. */
export function concernsFile(consultation: string, rows: readonly Buffer[]): string {
  return `${JSON.stringify({
    schema: 'earshot.concerns/1',
    consultation,
    rows: rows.map(row => row.toString('base64'))
  })}\n`
}

/** What became of reading such a file. */
export type ConcernsRead =
  | {
      readonly outcome: 'read'
      readonly consultation: string
      readonly rows: number
      readonly concerns: readonly Concern[]
    }
  | { readonly outcome: 'notAFile' | 'otherKey' }

/** Opens a file with the key of the lead; needs no database. */
export function readConcerns(
  text: string,
  { privateKey, publicKey }: { readonly privateKey: KeyObject; readonly publicKey: Buffer }
): ConcernsRead {
  const file = jsonIn(text)
  if (!Check(ConcernsFile, file)) return { outcome: 'notAFile' }
  const open = opener({ id: 'lead', publicKey }, privateKey)
  try {
    const concerns = file.rows.flatMap(row => readConcern(open(Buffer.from(row, 'base64'))) ?? [])
    return { outcome: 'read', consultation: file.consultation, rows: file.rows.length, concerns }
  } catch {
    return { outcome: 'otherKey' }
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
