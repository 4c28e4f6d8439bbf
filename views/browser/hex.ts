export function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], byte => Number(`0x${byte}`))
}

export function hexOf(bytes: Iterable<number>): string {
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

/** Bytes as one number, the first being the highest. */
export function numberOf(bytes: Iterable<number>): bigint {
  return BigInt(`0x${hexOf(bytes)}`)
}
