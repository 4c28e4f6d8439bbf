import { eq, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { pendingMarks, spentMarks } from '../database/schema.ts'

/** Moves the marks of a consultation to those that are spent, in a random order of their own. */
export async function movePendingMarks(tx: Db, consultationId: string): Promise<void> {
  await tx.execute(sql`
    insert into ${spentMarks} (consultation_id, mark)
    select consultation_id, mark from ${pendingMarks} where consultation_id = ${consultationId}
    order by gen_random_uuid()`)
  await tx.delete(pendingMarks).where(eq(pendingMarks.consultationId, consultationId))
}
