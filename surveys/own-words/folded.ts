import { latinDigits } from '../kinds/number-reading.ts'

/** Hardly an answer is longer than this. What is gets looked at as far as this, so that a look takes a bounded time. */
export const longestLook = 10_000

/** Arabic letters that many write for one another. */
const alike: Readonly<Record<string, string>> = { ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك', ٱ: 'ا' }

/**
 * A text in small letters, without accents, vowel signs and what cannot be seen, all digits as 0–9, all letters and
 * signs in their plain width: `ＴＥＬ ٠٦` is `tel 06`. Apostrophes go without a trace, since many leave them out;
 * letters that are written three times or more are written once.
 */
export function plain(text: string): string {
  return latinDigits(text.slice(0, longestLook))
    .replace(/[№º]/g, ' ')
    .normalize('NFKD')
    .slice(0, longestLook)
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}ـ'’ʼ`]/gu, '')
    .replace(/[ىیةکٱ]/g, letter => alike[letter] ?? letter)
    .replace(/(\p{L})\1\1+/gu, '$1')
}

/** Words with one space around each, and ` . ` where a sentence begins or ends. @param text as `plain` returns it */
export function words(text: string): string {
  const bare = text
    .replace(/[.!?؟。]{2,}/g, ' ')
    .replace(/[.!?؟。\n]/g, ' . ')
    .replace(/[^\p{L}\p{N}_.]+/gu, ' ')
  return ` . ${bare} . `.replace(/ +/g, ' ')
}
