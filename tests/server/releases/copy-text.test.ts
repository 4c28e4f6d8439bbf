import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { copyTextReader } from '../../../server/releases/copy-text.ts'

type Row = { readonly answers: readonly number[]; readonly key: bigint }

const smallint = fc.integer({ min: -32_768, max: 32_767 })
const bigint = fc.oneof(
  fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
  fc.constantFrom(-(2n ** 63n), 2n ** 63n - 1n, -(2n ** 32n), 2n ** 32n, 0n, -1n)
)

describe('what COPY sends', () => {
  it('is read as the same rows wherever the chunks end', () => {
    const rows = fc.integer({ min: 1, max: 5 }).chain(width =>
      fc.record({
        width: fc.constant(width),
        rows: fc.array(
          fc.record({ answers: fc.array(smallint, { minLength: width, maxLength: width }), key: bigint }),
          { maxLength: 6 }
        )
      })
    )
    fc.assert(
      fc.property(rows, ({ width, rows }) => {
        const bytes = Buffer.from(copyText(rows))
        for (let cut = 0; cut <= bytes.length; cut += 1) {
          expect(readBack(width, [bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(rows)
        }
        expect(
          readBack(
            width,
            Array.from(bytes, (_, at) => bytes.subarray(at, at + 1))
          )
        ).toEqual(rows)
      }),
      { numRuns: 40 }
    )
  })

  it('is handed over whole when there are more rows than a block holds', () => {
    const rows = Array.from({ length: 1000 }, (_, row) => ({
      answers: [row, 0 - row],
      key: BigInt(row) - 500n
    }))
    expect(readBack(2, [Buffer.from(copyText(rows))])).toEqual(rows)
  })

  it.each([
    ['too few answers', '{1}\t5\n'],
    ['too many answers', '{1,2,3}\t5\n'],
    ['an answer left out', '{1,}\t5\n'],
    ['no answers', '\\N\t5\n'],
    ['no key', '{1,2}\t\\N\n'],
    ['an empty key', '{1,2}\t\n'],
    ['a minus within a number', '{1-,2}\t5\n'],
    ['a number no smallint holds', '{123456,2}\t5\n'],
    ['a row that breaks off in its answers', '{1,2'],
    ['a row that breaks off before its end', '{1,2}\t5']
  ])('is refused with %s', (_, text) => {
    expect(() => readBack(2, [Buffer.from(text)])).toThrow(RangeError)
  })
})

function copyText(rows: readonly Row[]): string {
  return rows.map(({ answers, key }) => `{${answers.join(',')}}\t${key}\n`).join('')
}

function readBack(width: number, chunks: readonly Uint8Array[]): Row[] {
  const rows: Row[] = []
  const reader = copyTextReader(width, block => {
    for (let row = 0; row < block.count; row += 1) {
      rows.push({
        answers: [...block.answers.subarray(row * width, (row + 1) * width)],
        key: BigInt.asIntN(64, (BigInt(block.keyHigh[row] ?? 0) << 32n) | BigInt(block.keyLow[row] ?? 0))
      })
    }
  })
  chunks.forEach(chunk => {
    reader.read(chunk)
  })
  reader.end()
  return rows
}
