/** Sums of record keys modulo 2^64, each as two halves of 32 bits: BigInt per response would cost seconds. */
export type KeySums = { readonly high: Uint32Array; readonly low: Uint32Array }

const twoTo32 = 2 ** 32

export function noKeys(length: number): KeySums {
  return { high: new Uint32Array(length), low: new Uint32Array(length) }
}

/** Adds a key to one of the sums. Exact however many are added: storing in a `Uint32Array` is modulo 2^32. */
export function addKey(sums: KeySums, at: number, high: number, low: number): void {
  const sum = (sums.low[at] ?? 0) + low
  sums.low[at] = sum
  sums.high[at] = (sums.high[at] ?? 0) + high + (sum < twoTo32 ? 0 : 1)
}

/** A sum as one integer, 0 to 2^64 - 1. */
export function keyAt(sums: KeySums, at: number): bigint {
  return (BigInt(sums.high[at] ?? 0) << 32n) | BigInt(sums.low[at] ?? 0)
}

/** Sums the keys of joint groups into those of the columns that they make up. */
export function summedKeys(keys: KeySums, columnOf: Uint32Array, columns: number): KeySums {
  const sums = noKeys(columns)
  columnOf.forEach((column, group) => {
    addKey(sums, column, keys.high[group] ?? 0, keys.low[group] ?? 0)
  })
  return sums
}
