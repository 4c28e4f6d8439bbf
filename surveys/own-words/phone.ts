import { latinDigits } from '../kinds/number-reading.ts'

/** Digits as a number is written that one dials: not more than three signs between two of them. */
const written = /\+?\(?\d(?:[ ()./\p{Pd}−·]{0,3}\d)*/gu

/** Whether a text holds a number that looks like one to dial, or as long as that of a card or a passport. */
export function hasPhone(text: string): boolean {
  return (text.match(written) ?? []).some(isDialled)
}

/** The text with `mask` in the place of every number that looks like one to dial, in whatever digits it is written. */
export function withoutPhones(text: string, mask: string): string {
  const latin = latinDigits(text)
  const without = latin.replace(written, number => (isDialled(number) ? mask : number))
  return without === latin ? text : without
}

function isDialled(number: string): boolean {
  const digits = number.replace(/\D/g, '')
  const groups = number.match(/\d+/g) ?? []
  const lengths = groups.map(group => group.length).join('')
  if (digits.length < 7 || digits.length > 19) return false
  // Seven digits are a number to dial only as one writes it: 555 1234, 555-12-34.
  if (digits.length === 7 && !/^3(4|22)$/.test(lengths)) return false
  return !(isDate(groups, lengths) || isFree(digits) || isMeasured(number, groups))
}

/** 15.03.2024, 2024-03-15, 2019-2024. */
function isDate(groups: readonly string[], lengths: string): boolean {
  const years = groups.filter(group => /^(19|20)\d\d$/.test(group)).length
  return years === groups.length || (years === 1 && /^([12]{2}4|4[12]{2})$/.test(lengths))
}

/** A number that costs nothing is a helpline or a shop, and nobody's own; 123456789 is nobody's either. */
function isFree(digits: string): boolean {
  return /^[0178]?[89]00/.test(digits) || '1234567890'.startsWith(digits)
}

/** 1 234 567, 20 000 000, 10000000, 3.14159265; 8.30-15.30; and ages or scores, small numbers beside one another. */
function isMeasured(number: string, groups: readonly string[]): boolean {
  return (
    /^\d(\D\d{3}){2}$|\D000$|0000$|^\d\d?\.\d+$|^\d\d?\.\d\d\D+\d\d?\.\d\d$/.test(number) ||
    (/^[1-9]/.test(number) && groups.every(group => Number(group) < 25))
  )
}
