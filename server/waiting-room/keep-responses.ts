import type { Version } from '../consultations/find.ts'
import { newRecordKey, type CodedResponse } from '../coded-response.ts'
import type { Db } from '../database/client.ts'
import { remarks, responses } from '../database/schema.ts'
import { remarkRows } from './remark-rows.ts'
import { shuffled } from './rows.ts'

const rowsAStatement = 1000

/**
 * Keeps a batch of responses, shuffled: the order in which they came cannot be found again. Call it in a transaction.
 *
 * @param onProgress is told the fraction that is stored, 0 to 1
 */
export async function keepResponses(
  tx: Db,
  { id: versionId }: Version,
  coded: readonly Pick<CodedResponse, 'packed'>[],
  onProgress: (fraction: number) => void = () => undefined
): Promise<void> {
  const mixed = shuffled(coded)
  for (let from = 0; from < mixed.length; from += rowsAStatement) {
    const rows = mixed.slice(from, from + rowsAStatement)
    await tx.insert(responses).values(
      rows.map(({ packed }) => ({
        versionId,
        answers: [...packed],
        recordKey: newRecordKey()
      }))
    )
    onProgress((from + rows.length) / mixed.length)
  }
}

/** Keeps the texts of a batch in an order of their own: which text came with which response cannot be found again. */
export async function keepRemarks(tx: Db, version: Version, coded: readonly CodedResponse[]): Promise<void> {
  const rows = shuffled(remarkRows(version, coded))
  for (let from = 0; from < rows.length; from += rowsAStatement) {
    await tx
      .insert(remarks)
      .values(rows.slice(from, from + rowsAStatement).map(row => ({ versionId: version.id, ...row })))
  }
}
