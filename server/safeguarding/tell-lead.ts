import { languages } from '#locales'
import { signsOfHarm, vocabularyOf, wordLists, type Questionnaire, type Vocabulary } from '#surveys'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { concerns } from '../database/schema.ts'
import type { Payload } from '../waiting-room/payload.ts'
import { shuffled } from '../waiting-room/rows.ts'
import { sealer } from '../waiting-room/seal.ts'
import { writeConcern, type Concern } from './concern.ts'
import { readLeadKey } from './lead-key.ts'

/** Rows come in tens, so that they do not count who answered since the day before. */
const rowsTogether = 10

/**
 * Tells the safeguarding lead, where a consultation has given the key of one, which texts hold signs of harm: a row
 * for each sending that was not looked at before, all of one length, in random order, empty unless the list hits.
 *
 * Done where all that waits is opened anyway, once a day, and not when it comes in: a row that was written beside an
 * answer would tell whoever has the lead's key and an older copy of the database when its writer was there.
 *
 * @param payloads what was opened; those `looked` at are left out
 */
export async function tellLead(
  tx: Db,
  { id, version: { questionnaire }, assurances }: OpenedConsultation,
  payloads: readonly Payload[],
  now: Date
): Promise<void> {
  const publicKey = readLeadKey(assurances?.safeguardingKey ?? '')
  const fresh = payloads.filter(({ looked }) => looked !== true)
  if (publicKey === undefined || fresh.length === 0) return
  const rows = concernRows(questionnaire, fresh)
  const seal = sealer()
  const recipient = { id: `lead of ${id}`, publicKey }
  await tx
    .insert(concerns)
    .values(rows.map(row => ({ consultationId: id, sealed: seal(recipient, row, now) })))
}

/** The same payloads, marked as looked at. */
export function lookedAt(payloads: readonly Payload[]): Payload[] {
  return payloads.map(payload => ({ ...payload, looked: true }))
}

function concernRows(questionnaire: Questionnaire, payloads: readonly Payload[]): Buffer[] {
  const vocabulary = vocabularyOf(Object.values(wordLists))
  const told = payloads.map(payload => writeConcern(questionnaire, concernOf(payload, vocabulary)))
  while (told.length % rowsTogether !== 0) told.push(writeConcern(questionnaire, undefined))
  return shuffled(told)
}

function concernOf({ packed, remarks }: Payload, vocabulary: Vocabulary): Concern | undefined {
  const texts = remarks.map(({ text }) => text).filter(text => signsOfHarm(text, vocabulary))
  const language = languages[packed[0] ?? -1]
  return texts.length === 0 || language === undefined ? undefined : { language, texts }
}
