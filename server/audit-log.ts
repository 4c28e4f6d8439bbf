import type { Db } from './database/client.ts'
import { auditLog } from './database/schema.ts'

export type Entry = {
  readonly by: string
  readonly did: string
  readonly at: Date
  readonly consultationId?: string
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Notes who did what, in the same transaction as the deed. */
export async function note(tx: Db, entry: Entry): Promise<void> {
  await tx.insert(auditLog).values(entry)
}
