import { describe, expect, it } from 'vitest'
import { batched } from '../../../server/waiting-room/batches.ts'

/** Writes that end when they are told to. */
function writer(most = 100) {
  const writes: { items: readonly number[]; end(): void; fail(): void }[] = []
  const put = batched<number, string>(
    items =>
      new Promise((resolve, reject) => {
        writes.push({
          items,
          end: () => resolve(items.map(item => `written ${item}`)),
          fail: () => reject(new Error('away'))
        })
      }),
    most
  )
  return { put, writes }
}
const turn = () => new Promise(resolve => setImmediate(resolve))

describe('what is written together', () => {
  it('begins at once where one comes alone', () => {
    const { put, writes } = writer()
    void put(1)
    expect(writes.map(({ items }) => items)).toEqual([[1]])
  })

  it('is what came while the write before was under way, in its order', async () => {
    const { put, writes } = writer()
    const all = [1, 2, 3, 4].map(put)
    writes[0]?.end()
    await turn()
    expect(writes.map(({ items }) => items)).toEqual([[1], [2, 3, 4]])
    writes[1]?.end()
    expect(await Promise.all(all)).toEqual(['written 1', 'written 2', 'written 3', 'written 4'])
  })

  it('is not more than it may be', async () => {
    const { put, writes } = writer(2)
    for (const item of [1, 2, 3, 4]) void put(item)
    writes[0]?.end()
    await turn()
    writes[1]?.end()
    await turn()
    expect(writes.map(({ items }) => items)).toEqual([[1], [2, 3], [4]])
  })

  it('fails alone: those before and after do not', async () => {
    const { put, writes } = writer()
    const first = put(1)
    const second = put(2)
    writes[0]?.end()
    expect(await first).toBe('written 1')
    await turn()
    const third = put(3)
    writes[1]?.fail()
    await expect(second).rejects.toThrow('away')
    await turn()
    writes[2]?.end()
    expect(await third).toBe('written 3')
  })

  it('rejects an item that got no result', async () => {
    const put = batched<number, string>(async () => [], 10)
    await expect(put(1)).rejects.toThrow(RangeError)
  })
})
