import { gatherResponses, type CodedResponses } from '#analytics'
import type { Codebook } from '#surveys'

export type PackedResponse = { readonly answers: readonly number[]; readonly key: bigint }

/** Packed responses as the columns that are tabulated, in blocks of at most `blockSize`. */
export function codedResponses(
  codebook: Codebook,
  responses: readonly PackedResponse[],
  blockSize = 1000
): CodedResponses {
  const gathering = gatherResponses(codebook)
  for (let from = 0; from < responses.length; from += blockSize) {
    const block = responses.slice(from, from + blockSize)
    gathering.add({
      count: block.length,
      answers: Int16Array.from(block.flatMap(({ answers }) => answers)),
      keyHigh: Uint32Array.from(block, ({ key }) => Number(BigInt.asUintN(32, key >> 32n))),
      keyLow: Uint32Array.from(block, ({ key }) => Number(BigInt.asUintN(32, key)))
    })
  }
  return gathering.finish()
}
