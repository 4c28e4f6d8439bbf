import { fillPlaceholders, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type pg from 'pg'
import Type from 'typebox'
import { Check } from 'typebox/value'
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
export type Place = { readonly day: number; readonly key: Recipient }

/** What is written of one answer beside its sealed row. */
export type Row = { readonly hash: Buffer; readonly mark: Buffer | null }

const hashBytes = 32
const Outcome = Type.Object({ open: Type.Boolean(), stored: Type.Array(Type.Integer()) })

/**
 * Writes answers with the hashes of their sendings and their marks, in one transaction that is one statement: every
 * further trip would be paid by everyone who waits.
 *
 * @param rows no two with the same hash or the same mark; all with a mark, or none
 * @param sealed their sealed rows one behind the other, all of one length
 * @returns for each whether it is stored now; undefined where the place is not what it was believed to be
 */
export async function storeTogether(
  pool: pg.Pool,
  { id, versionId }: { readonly id: string; readonly versionId: string },
  { day, key }: Place,
  rows: readonly Row[],
  sealed: Buffer
): Promise<readonly boolean[] | undefined> {
  const isMarked = rows.every(({ mark }) => mark !== null)
  const { name, text, params } = statementFor(day % 2 === 0, isMarked)
  // One long value each instead of an array: the driver would send the elements of an array as text, twice as long.
  const values = fillPlaceholders([...params], {
    id,
    versionId,
    day,
    keyId: key.id,
    count: rows.length,
    length: sealed.length / rows.length,
    hashes: Buffer.concat(rows.map(({ hash }) => hash)),
    marks: Buffer.concat(rows.flatMap(({ mark }) => mark ?? [])),
    sealed
  })
  const { rows: found } = await pool.query<Record<string, unknown>>({ name, text, values })
  const [outcome] = found
  if (!Check(Outcome, outcome)) throw new RangeError('admission has no outcome')
  if (!outcome.open) return undefined
  const stored = new Set(outcome.stored)
  return rows.map((_, at) => stored.has(at + 1))
}

type Statement = { readonly name: string; readonly text: string; readonly params: readonly unknown[] }

const statements = new Map<string, Statement>()

/** Made once, and prepared once on each connection: planning it takes longer than doing it. */
function statementFor(isEven: boolean, isMarked: boolean): Statement {
  const name = `admission ${isEven ? 'even' : 'odd'}${isMarked ? ' marked' : ''}`
  const known = statements.get(name)
  if (known !== undefined) return known
  const made = new PgDialect().sqlToQuery(statement(isEven, isMarked))
  const prepared = { name, text: made.sql, params: made.params }
  statements.set(name, prepared)
  return prepared
}

/**
 * What came before is looked up by questions of one row each, which have to go by the index: asked for all at once,
 * PostgreSQL would read every sending of the day each time.
 *
 * The door is taken first, so that a closing has its turn. Three rows are locked: against closing, against the change of
 * the day, and against the closing of the key. What is asked of them stands in the rows themselves, because a statement
 * that has waited for a lock looks again at the row it locks, and nowhere else. Marks and hashes go in by their order: two
 * statements that have the same ones wait for one another, and would do so for good if each had begun with the other's.
 */
function statement(isEven: boolean, isMarked: boolean) {
  const { today, before } = resendTables(isEven ? 0 : 1)
  const given = (name: string, type: string) => sql`cast(${sql.placeholder(name)} as ${sql.raw(type)})`
  const piece = (all: string, size: ReturnType<typeof given>) =>
    sql`substr(${given(all, 'bytea')}, (place_of - 1) * ${size} + 1, ${size})`
  const id = given('id', 'uuid')
  const bytes = sql`${sql.raw(String(hashBytes))}`
  const unspent = sql`and (select true from ${spentMarks}
    where ${spentMarks.consultationId} = ${id} and ${spentMarks.mark} = incoming.mark) is null`
  const marking = sql`marked as (
      insert into ${pendingMarks} (consultation_id, mark) select ${id}, mark from fresh order by mark
      on conflict do nothing
      returning mark
    ),`
  return sql`
    with entered as materialized (
      select ${goingIn(id)} from ${consultations}
      where ${consultations.id} = ${id} and ${consultations.admits} and not ${consultations.paused}
    ), place as (
      select true as open from entered, ${consultations}, ${resendTurn}, ${waitingKeys}
      where ${consultations.id} = ${id} and ${consultations.admits} and not ${consultations.paused}
        and ${resendTurn.day} = ${given('day', 'int')}
        and ${waitingKeys.id} = ${given('keyId', 'uuid')} and ${waitingKeys.open}
      for share of ${consultations}, ${resendTurn}, ${waitingKeys}
    ), incoming as materialized (
      select place_of, ${piece('hashes', bytes)} as hash,
        ${isMarked ? piece('marks', bytes) : sql`null::bytea`} as mark, ${piece('sealed', given('length', 'int'))} as sealed
      from place, generate_series(1, ${given('count', 'int')}) as place_of
    ), fresh as (
      select hash, mark from incoming
      where (select true from ${before} where ${before.hash} = incoming.hash) is null
        and (select true from ${today} where ${today.hash} = incoming.hash) is null
        ${isMarked ? unspent : sql``}
    ), ${isMarked ? marking : sql``} kept as (
      insert into ${today} (hash)
      select hash from fresh ${isMarked ? sql`where mark in (select mark from marked)` : sql``}
      order by hash
      on conflict do nothing
      returning hash
    ), written as (
      insert into ${waiting} (version_id, key_id, sealed)
      select ${given('versionId', 'uuid')}, ${given('keyId', 'uuid')}, sealed
      from incoming where hash in (select hash from kept)
    )
    select exists (select from place) as open,
      array(select place_of from incoming where hash in (select hash from kept)) as stored`
}
