import { randomInt } from 'node:crypto'
import { newRecordKey, type CodedResponse } from '../coded-response.ts'
import type { Db } from '../database/client.ts'
import { remarks, responses } from '../database/schema.ts'

const rowsAStatement = 1000

/**
 * Keeps a batch of responses, shuffled, and their texts in an order of their own: neither the order in which they came
 * nor which text came with which response can be found again. Call it in a transaction.
 *
 * @param onProgress is told the fraction that is stored, 0 to 1
 */
export async function keepResponses(
  tx: Db,
  versionId: string,
  coded: readonly CodedResponse[],
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
  await keepRemarks(tx, versionId, shuffled(coded.flatMap(each => each.remarks)))
}

async function keepRemarks(tx: Db, versionId: string, all: CodedResponse['remarks']): Promise<void> {
  for (let from = 0; from < all.length; from += rowsAStatement) {
    await tx
      .insert(remarks)
      .values(all.slice(from, from + rowsAStatement).map(remark => ({ versionId, ...remark })))
  }
}

/** In random order: Fisher and Yates, from the system's cryptographic source. */
function shuffled<T>(items: readonly T[]): T[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1)
    const [a, b] = [mixed[last], mixed[other]]
    if (a !== undefined && b !== undefined) [mixed[last], mixed[other]] = [b, a]
  }
  return mixed
}
