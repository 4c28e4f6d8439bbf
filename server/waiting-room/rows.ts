import { randomInt } from 'node:crypto'
import { and, eq, gt, inArray, type SQL } from 'drizzle-orm'
import { codebookOf } from '#surveys'
import type { OpenedConsultation, Version } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { waiting, waitingKeys } from '../database/schema.ts'
import { openersOf } from './keys.ts'
import { payloadFormat, type Payload, type PayloadFormat } from './payload.ts'
import { sealer, type Recipient } from './seal.ts'

const formats = new WeakMap<Version, PayloadFormat>()

/** The payloads of a version, made once for each object that describes it. */
export function formatOf(version: Version): PayloadFormat {
  const { questionnaire } = version
  const format = formats.get(version) ?? payloadFormat(questionnaire, codebookOf(questionnaire).slots.length)
  formats.set(version, format)
  return format
}

/**
 * What waits for a version, opened, in random order. Read in parts: sealed, it takes ten times the room.
 *
 * @param which all of it unless a condition is given
 */
export async function openAll(
  tx: Db,
  keyFolder: string,
  { id, version }: OpenedConsultation,
  which?: SQL
): Promise<Payload[]> {
  const format = formatOf(version)
  const openWith = await openersOf(tx, keyFolder, id)
  const opened: Payload[] = []
  for (let last: string | undefined; ;) {
    const rows = await tx
      .select({ id: waiting.id, keyId: waiting.keyId, sealed: waiting.sealed })
      .from(waiting)
      .where(
        and(eq(waiting.versionId, version.id), which, last === undefined ? undefined : gt(waiting.id, last))
      )
      .orderBy(waiting.id)
      .limit(rowsAStatement)
    for (const { keyId, sealed } of rows) opened.push(format.read(openWith(keyId)(sealed)))
    last = rows.at(-1)?.id
    if (last === undefined) return shuffled(opened)
  }
}

/** Takes out, opened and in random order, what waits under closed keys: nothing more can come in under those. */
export async function takeSettled(
  tx: Db,
  keyFolder: string,
  consultation: OpenedConsultation
): Promise<Payload[]> {
  const closed = tx
    .select({ id: waitingKeys.id })
    .from(waitingKeys)
    .where(and(eq(waitingKeys.consultationId, consultation.id), eq(waitingKeys.open, false)))
  const settled = inArray(waiting.keyId, closed)
  const payloads = await openAll(tx, keyFolder, consultation, settled)
  const gone = await tx.delete(waiting).where(and(eq(waiting.versionId, consultation.version.id), settled))
  if (gone.rowCount !== payloads.length) throw new Error('what waits has changed while it was opened')
  return payloads
}

const rowsAStatement = 500

/** Seals payloads anew as new rows, in random order. */
export async function sealAll(
  tx: Db,
  version: Version,
  recipient: Recipient,
  payloads: readonly Payload[],
  now: Date
): Promise<void> {
  const seal = sealer()
  const format = formatOf(version)
  const mixed = shuffled(payloads)
  for (let from = 0; from < mixed.length; from += rowsAStatement) {
    const part = mixed.slice(from, from + rowsAStatement)
    await tx.insert(waiting).values(
      part.map(payload => ({
        versionId: version.id,
        keyId: recipient.id,
        sealed: seal(recipient, format.write(payload), now)
      }))
    )
  }
}

/** In random order: Fisher and Yates, from the system's cryptographic source. */
export function shuffled<T>(items: readonly T[]): T[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1)
    const [a, b] = [mixed[last], mixed[other]]
    if (a !== undefined && b !== undefined) [mixed[last], mixed[other]] = [b, a]
  }
  return mixed
}
