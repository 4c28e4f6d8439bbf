import { sql } from 'drizzle-orm'
import Type from 'typebox'
import { Check } from 'typebox/value'
import type { Db } from '../database/client.ts'
import {
  consultations,
  pendingMarks,
  resendTurn,
  spentMarks,
  waiting,
  waitingKeys
} from '../database/schema.ts'
import { goingIn } from './door.ts'
import { resendTables } from './resends.ts'
import type { Recipient } from './seal.ts'

/** Under which key, and on which day of the resends, answers are believed to come in. */
export type Place = { readonly day: number; readonly key: Recipient | undefined }

/** What is written of one answer. All of a version are sealed to one length. */
export type Row = { readonly sealed: Buffer; readonly hash: Buffer; readonly mark: Buffer | null }

const hashBytes = 32
const Outcome = Type.Object({ open: Type.Boolean(), stored: Type.Array(Type.Integer()) })

/**
 * Writes answers with the hashes of their sendings and their marks, in one transaction that is one statement: every
 * further trip would be paid by everyone who waits.
 *
 * The door is taken first, so that a closing has its turn. Three rows are locked: against closing, against the change of
 * the day, and against the closing of the key. What is asked of them stands in the rows themselves, because a statement
 * that has waited for a lock looks again at the row it locks, and nowhere else.
 *
 * @param rows no two with the same hash or the same mark; all with a mark, or none
 * @returns for each whether it is stored now; undefined where the place is not what it was believed to be
 */
export async function storeTogether(
  db: Db,
  { id, versionId }: { readonly id: string; readonly versionId: string },
  { day, key }: Place,
  rows: readonly Row[]
): Promise<readonly boolean[] | undefined> {
  const { today, before } = resendTables(day)
  const length = rows[0]?.sealed.length ?? 0
  const isMarked = rows.every(({ mark }) => mark !== null)
  const marks = isMarked ? Buffer.concat(rows.flatMap(({ mark }) => mark ?? [])) : Buffer.alloc(0)
  // One long value each instead of an array: the driver would send the elements of an array as text, twice as long.
  const piece = (all: Buffer, size: number) =>
    sql`substr(${all}::bytea, (place_of - 1) * ${size}::int + 1, ${size}::int)`
  const { rows: found } = await db.execute(sql`
    with entered as materialized (
      select ${goingIn(id)} from ${consultations}
      where ${consultations.id} = ${id} and ${consultations.admits} and not ${consultations.paused}
    ), place as (
      select true as open from entered, ${consultations}, ${resendTurn}, ${waitingKeys}
      where ${consultations.id} = ${id} and ${consultations.admits} and not ${consultations.paused}
        and ${resendTurn.day} = ${day} and ${waitingKeys.id} = ${key?.id} and ${waitingKeys.open}
      for share of ${consultations}, ${resendTurn}, ${waitingKeys}
    ), incoming as materialized (
      select place_of, ${piece(Buffer.concat(rows.map(({ hash }) => hash)), hashBytes)} as hash,
        ${piece(marks, hashBytes)} as mark, ${piece(Buffer.concat(rows.map(({ sealed }) => sealed)), length)} as sealed
      from place, generate_series(1, ${rows.length}::int) as place_of
    ), fresh as (
      select * from incoming where not exists (select from ${before} where ${before.hash} = incoming.hash)
        and not exists (select from ${today} where ${today.hash} = incoming.hash)
        and (not ${isMarked} or not exists (
          select from ${spentMarks} where ${spentMarks.consultationId} = ${id} and ${spentMarks.mark} = incoming.mark))
    ), marked as (
      insert into ${pendingMarks} (consultation_id, mark)
      select ${id}::uuid, mark from fresh where ${isMarked}
      on conflict do nothing
      returning mark
    ), kept as (
      insert into ${today} (hash)
      select hash from fresh where not ${isMarked} or mark in (select mark from marked)
      on conflict do nothing
      returning hash
    ), written as (
      insert into ${waiting} (version_id, key_id, sealed)
      select ${versionId}::uuid, ${key?.id}::uuid, sealed from incoming where hash in (select hash from kept)
    )
    select exists (select from place) as open,
      array(select place_of from incoming where hash in (select hash from kept)) as stored`)
  const [outcome] = found
  if (!Check(Outcome, outcome)) throw new RangeError('admission has no outcome')
  if (!outcome.open) return undefined
  const stored = new Set(outcome.stored)
  return rows.map((_, at) => stored.has(at + 1))
}
