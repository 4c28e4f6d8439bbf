/**
 * Has what comes while a write is under way written together by the next: one that comes alone does not wait, and many
 * that come at once pay for one trip.
 *
 * @param write gives a result for each item, in their order; when it throws, every item of that write is rejected
 * @param most items of one write
 */
export function batched<Item, Result>(
  write: (items: readonly Item[]) => Promise<readonly Result[]>,
  most: number
): (item: Item) => Promise<Result> {
  type Waiting = {
    readonly item: Item
    readonly resolve: (result: Result) => void
    readonly reject: (reason: unknown) => void
  }
  const queue: Waiting[] = []
  let isWriting = false

  async function writeAll(): Promise<void> {
    isWriting = true
    while (queue.length > 0) await writeOnce(queue.splice(0, most))
    isWriting = false
  }

  async function writeOnce(part: readonly Waiting[]): Promise<void> {
    try {
      const results = await write(part.map(({ item }) => item))
      for (const [at, { resolve, reject }] of part.entries()) {
        const result = results[at]
        if (result === undefined) reject(new RangeError('an item was written and has no result'))
        else resolve(result)
      }
    } catch (error) {
      for (const { reject } of part) reject(error)
    }
  }

  return item =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject })
      if (!isWriting) void writeAll()
    })
}
