import type { Parsed } from './problem.ts'

/** Crockford's base 32: no I, L, O or U, which are read as something else. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Characters of a code, the last of which checks the others: on a card, and on the screen of a room. */
export const codeLengths = { card: 12, room: 6 } as const

/**
 * A code of random characters and one that checks them. On a card that is 55 bits of chance: whoever tries 10 000 codes
 * a second against 100 000 cards finds one in 417 days.
 *
 * @param random uniformly random bytes, one for each character: 11 for a card, 5 for a room
 */
export function codeFrom(random: Uint8Array): string {
  const values = [...random].map(byte => byte % alphabet.length)
  return [...values, timesTwo(sumOf(values))].map(value => alphabet[value]).join('')
}

/**
 * What somebody typed or scanned, as a code. Forgives case, spaces, hyphens, digits of other scripts, and letters that
 * look the same: I and L for 1, O for 0, Cyrillic letters for Latin ones.
 *
 * @returns the code in capitals without hyphens; else `code.empty`, `code.length`, or `code.mistyped` where it holds
 *   what is on no card or its last character does not fit
 */
export function readCode(typed: string, length: number): Parsed<string> {
  const code = [
    ...typed
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\p{Pd}\p{Cf}_.]/gu, '')
  ]
    .map(plain)
    .join('')
  const values = [...code].map(each => alphabet.indexOf(each))
  if (code.length === length && !values.includes(-1) && sumOf(values) === 0) return { ok: true, value: code }
  const wrong = code === '' ? 'empty' : code.length === length ? 'mistyped' : 'length'
  return { ok: false, problems: [{ at: 'code', code: `code.${wrong}`, params: { length } }] }
}

/** A code as it is shown: in groups of four, on a screen of three. */
export function groupedCode(code: string): string {
  return (code.match(code.length % 4 === 0 ? /.{1,4}/g : /.{1,3}/g) ?? []).join('-')
}

const lookalikes = { these: 'ILOАВЕКМНОРСТХУ', are: '110ABEKMH0PCTXY' } as const

function plain(character: string): string {
  const point = character.codePointAt(0) ?? 0
  // Arabic-Indic digits, and those of Persian and Urdu.
  for (const zero of [0x660, 0x6f0]) if (point >= zero && point < zero + 10) return String(point - zero)
  return lookalikes.are[lookalikes.these.indexOf(character)] ?? character
}

/**
 * A sum in the field of 32 elements, in which each place weighs twice as much as the one behind it; 0 for a whole code.
 *
 * A check in the manner of ISO 7064, whose own systems with as many check characters as characters miss some exchanges
 * of neighbours. In a field none is missed: every single wrong character is found, every exchange of two characters
 * wherever they stand, and every pair of equal neighbours that became another pair. Of everything else 1 in 32 passes.
 *
 * @param values of the characters, 0 to 31
 */
function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => timesTwo(sum) ^ value, 0)
}

/** Twice an element of the field GF(2)[x] / (x⁵ + x² + 1), x being two: its powers go through all but zero. */
function timesTwo(value: number): number {
  return value < 16 ? value * 2 : (value * 2) ^ 0b100101
}
