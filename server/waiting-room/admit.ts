import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { consultations, lifecycleEvents, remarks, resendTurn, responses } from '../database/schema.ts'
import { remember, turnOver } from './resends.ts'

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
export type Admission = 'stored' | 'repeated' | 'closed'

/**
 * Takes answers in: stores them in one transaction with the hash of their resend id.
 * The consultation's row is locked against closing, so nothing comes in after `close` has returned.
 */
export async function admit(db: Db, submission: Submission, now: Date): Promise<Admission> {
  return db.transaction(async tx => {
    const day = await lockWhileOpen(tx, submission.consultationId)
    if (day === undefined) return 'closed'
    const turn = await turnOver(tx, day, now)
    const hash = createHash('sha256').update(submission.resend).digest()
    if (!(await remember(tx, turn, hash))) return 'repeated'
    const { versionId, packed, recordKey } = submission
    await tx.insert(responses).values({ versionId, answers: [...packed], recordKey })
    if (submission.remarks.length > 0) {
      await tx.insert(remarks).values(submission.remarks.map(remark => ({ versionId, ...remark })))
    }
    return 'stored'
  })
}

/** The day whose resend table is in turn; undefined when the consultation has been closed. */
async function lockWhileOpen(tx: Db, consultationId: string): Promise<number | undefined> {
  const [row] = await tx
    .select({
      day: resendTurn.day,
      closed: sql<boolean>`exists (${tx
        .select({ one: sql`1` })
        .from(lifecycleEvents)
        .where(and(eq(lifecycleEvents.consultationId, consultationId), eq(lifecycleEvents.kind, 'closed')))})`
    })
    .from(consultations)
    .crossJoin(resendTurn)
    .where(eq(consultations.id, consultationId))
    .for('share', { of: consultations })
  return row === undefined || row.closed ? undefined : row.day
}
