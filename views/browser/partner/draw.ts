import { codeFrom, codeLengths } from '#surveys/browser'

/**
 * As many different codes, each drawn at random: so the order they stand in says nothing, and neither does that in which
 * they are printed.
 */
export function drawCodes(count: number): string[] {
  const codes = new Set<string>()
  while (codes.size < count) codes.add(codeFrom(crypto.getRandomValues(new Uint8Array(codeLengths.card - 1))))
  return [...codes]
}

/**
 * What may leave this browser of the codes: SHA-256(consultation || code) of each, one after the other in base64url.
 * They stand in their own order, which is not that on paper.
 */
export async function fingerprintsOf(consultation: string, codes: readonly string[]): Promise<string> {
  const hashes: string[] = []
  for (const code of codes) {
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(consultation + code))
    hashes.push(String.fromCharCode(...new Uint8Array(hash)))
  }
  return btoa(hashes.toSorted().join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
