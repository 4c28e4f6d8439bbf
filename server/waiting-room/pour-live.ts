import { codebookOf, profileQuestion, questionsOf, stateCodes } from '#surveys'
import type { Actor } from '../actor.ts'
import { note } from '../audit-log.ts'
import type { OpenedConsultation, Version } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { holdPouring } from './door.ts'
import { keepResponses } from './keep-responses.ts'
import { destroySpentKeys, openKeyOf, renewKey } from './keys.ts'
import type { Payload } from './payload.ts'
import { fewestTogether } from './pour.ts'
import { sealAll, takeSettled } from './rows.ts'

/**
 * Pours answers for a live release: exactly so many, drawn at random from all that wait, while at least ten others go on
 * waiting. Remarks wait until the close, also those of the answers that are poured.
 *
 * So do all marks, whose door is open meanwhile: somebody who comes with one while it moves would find it neither pending
 * nor spent. Which of them came with the answers that are poured nobody knows, and all of them tell how many wait.
 *
 * @param count answers to pour, at least `fewestTogether`
 * @returns whether enough were waiting and nobody stirred them just then; nothing is poured otherwise, and it may be tried again
 * @throws RangeError when fewer are asked for than can hide one another
 */
export async function pourLive(
  db: Db,
  keyFolder: string,
  consultation: OpenedConsultation,
  count: number,
  actor: Actor
): Promise<boolean> {
  await renewKey(db, keyFolder, consultation.id)
  const poured = await db.transaction(tx => pourLiveIn(tx, keyFolder, consultation, count, actor))
  await destroySpentKeys(db, keyFolder)
  return poured !== undefined
}

/** What was poured in a transaction: how many of these answers left a remark, which goes on waiting. */
export type PouredLive = { readonly remarks: number }

/**
 * The same in a transaction that is there. What lies under the open key is not looked at: renew it before. Destroy spent
 * keys after.
 */
export async function pourLiveIn(
  tx: Db,
  keyFolder: string,
  consultation: OpenedConsultation,
  count: number,
  { by, now }: Actor
): Promise<PouredLive | undefined> {
  if (count < fewestTogether) throw new RangeError(`a pour of ${count} answers hides nobody`)
  const { id, version } = consultation
  await holdPouring(tx, id)
  const recipient = await openKeyOf(tx, id)
  if (recipient === undefined) return undefined
  const all = await takeSettled(tx, keyFolder, consultation)
  const answers = all.filter(({ kind }) => kind === 'answers')
  const isEnough = answers.length >= count + fewestTogether
  const poured = isEnough ? answers.slice(0, count) : []
  const remarks = remarksOf(version, poured)
  await sealAll(tx, version, recipient, [...leftOver(all, poured), ...remarks], now)
  if (!isEnough) return undefined
  await keepResponses(tx, version, poured)
  await note(tx, { by, at: now, did: 'poured for a live release', consultationId: id, detail: { count } })
  return { remarks: remarks.length }
}

function leftOver(all: readonly Payload[], poured: readonly Payload[]): Payload[] {
  const gone = new Set(poured)
  return all.filter(payload => !gone.has(payload))
}

/** What goes on waiting of answers that were poured: their texts, with the language and the age band alone. */
function remarksOf({ questionnaire }: Version, poured: readonly Payload[]): Payload[] {
  const { entries, languageSlot } = codebookOf(questionnaire)
  const age = profileQuestion(questionsOf(questionnaire), 'age_band')
  const ageSlots = entries.find(({ question }) => question.id === age?.id)?.slots ?? []
  const told = new Set([languageSlot, ...ageSlots].map(({ at }) => at))
  const first = new Set(entries.map(({ slots }) => slots[0]?.at))
  const blank = (at: number): number => (first.has(at) ? stateCodes.skipped : 0)
  return poured
    .filter(({ remarks }) => remarks.length > 0)
    .map(({ looked, packed, remarks }) => ({
      kind: 'remarks',
      ...(looked === true && { looked }),
      packed: packed.map((code, at) => (told.has(at) ? code : blank(at))),
      remarks
    }))
}
