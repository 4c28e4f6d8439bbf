import { eq, sql } from 'drizzle-orm'
import Type from 'typebox'
import { Check } from 'typebox/value'
import type { Db } from '../database/client.ts'
import { consultations, remarks, resendTurn, responses } from '../database/schema.ts'
import { goingIn } from './door.ts'
import { dayOf, hashOf, resendTables, turnOver } from './resends.ts'

/** One person's answers on their way in. */
export type Submission = {
  readonly consultationId: string
  readonly versionId: string
  /** Coded answers: the integers of the version's codebook. */
  readonly packed: readonly number[]
  readonly remarks: readonly { readonly question: string; readonly text: string }[]
  /** The random 128-bit id that every sending of these answers carries. */
  readonly resend: Buffer
  /** Random, 64 bits, signed as PostgreSQL has it. */
  readonly recordKey: bigint
}

/** `repeated` is an answer that is stored already: whoever sends again gets the same thanks. */
export type Admission = 'stored' | 'repeated' | 'paused' | 'closed'

/** Twice is what a change of the day takes; more means that something is wrong. */
const mostTries = 4

/**
 * Takes answers in: stores them with the hash of their resend id, in one transaction that is one statement, since
 * every further trip to the database would be paid by everyone who waits.
 */
export async function admit(db: Db, submission: Submission, now: Date): Promise<Admission> {
  let day = dayOf(now)
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { open, stored } = await store(db, submission, day)
    if (open) return stored ? 'stored' : 'repeated'
    const [state] = await db
      .select({ admits: consultations.admits, paused: consultations.paused, day: resendTurn.day })
      .from(consultations)
      .crossJoin(resendTurn)
      .where(eq(consultations.id, submission.consultationId))
    if (state === undefined || !state.admits) return 'closed'
    if (state.paused) return 'paused'
    day = await turnOver(db, state.day, now)
  }
  throw new Error('an open consultation did not admit an answer')
}

const Outcome = Type.Object({ open: Type.Boolean(), stored: Type.Boolean() })

/** @param day the day whose resend table is believed to be in turn; `open` is false where it is not */
async function store(db: Db, submission: Submission, day: number): Promise<Type.Static<typeof Outcome>> {
  const { consultationId, versionId, packed, recordKey } = submission
  const hash = hashOf(submission.resend)
  const questions = submission.remarks.map(remark => remark.question)
  const texts = submission.remarks.map(remark => remark.text)
  const { today, before } = resendTables(day)
  // The door is taken first, so that a closing has its turn.
  // Both rows are locked: against closing, and against the change of the day. What is asked of them stands in the
  // rows themselves, because a statement that has waited for a lock looks again at the row it locks, and nowhere else.
  const { rows } = await db.execute(sql`
    with entered as materialized (
      select ${goingIn(consultationId)} from ${consultations}
      where ${consultations.id} = ${consultationId} and ${consultations.admits} and not ${consultations.paused}
    ), place as (
      select true as open from entered, ${consultations}, ${resendTurn}
      where ${consultations.id} = ${consultationId} and ${consultations.admits} and not ${consultations.paused}
        and ${resendTurn.day} = ${day}
      for share of ${consultations}, ${resendTurn}
    ), kept as (
      insert into ${today} (hash)
      select ${hash}::bytea from place where not exists (select from ${before} where ${before.hash} = ${hash}::bytea)
      on conflict do nothing
      returning true as fresh
    ), answered as (
      insert into ${responses} (version_id, answers, record_key)
      select ${versionId}::uuid, ${sql.param([...packed])}::smallint[], ${recordKey}::bigint from kept
    ), written as (
      insert into ${remarks} (version_id, question, text)
      select ${versionId}::uuid, question, said
      from kept, unnest(${sql.param(questions)}::text[], ${sql.param(texts)}::text[]) as remark (question, said)
    )
    select exists (select from place) as open, exists (select from kept) as stored`)
  const [outcome] = rows
  if (!Check(Outcome, outcome)) throw new RangeError('admission has no outcome')
  return outcome
}
