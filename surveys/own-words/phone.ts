/** Digits as a number is written that one dials: not more than three signs between two of them. */
const written = /\+?\(?\d(?:[ ()./\p{Pd}−·]{0,3}\d)*/gu
/** Two times with points, as in 8.30-15.30: nothing to dial. */
const times = /\b\d{1,2}\.\d\d ?\p{Pd} ?\d{1,2}\.\d\d\b/gu

/** Whether a text holds a number that looks like one to dial, or as long as that of a card or a passport. */
export function hasPhone(text: string): boolean {
  return (text.replace(times, 'x').match(written) ?? []).some(isDialled)
}

function isDialled(number: string): boolean {
  const digits = number.replace(/\D/g, '')
  const groups = number.match(/\d+/g) ?? []
  const lengths = groups.map(group => group.length).join('')
  if (digits.length < 7 || digits.length > 19) return false
  // Seven digits are a number to dial only as one writes it: 555 1234, 123-45-67.
  if (digits.length === 7 && !/^3(4|22)$/.test(lengths)) return false
  return !(isDate(number, groups) || isAmount(number, digits) || isFree(digits) || isList(number, groups))
}

/** 15.03.2024, 2024-03-15, 2019-2024. */
function isDate(number: string, groups: readonly string[]): boolean {
  const year = /^(19|20)\d\d$/
  const dated = /^\d{1,2}([./\p{Pd}])\d{1,2}\1(19|20)\d\d$|^(19|20)\d\d([./\p{Pd}])\d{1,2}\4\d{1,2}$/u
  return groups.every(group => year.test(group)) || dated.test(number)
}

/** 1 234 567, 20 000 000, 10000000, 3.14159265. */
function isAmount(number: string, digits: string): boolean {
  return /^\d(\D\d{3}){2}$|\D000$|^\d{1,2}\.\d+$/.test(number) || digits.endsWith('0000')
}

/** A number that costs nothing is a helpline or a shop, and nobody's own; 123456789 is nobody's either. */
function isFree(digits: string): boolean {
  return /^[0178]?[89]00/.test(digits) || '1234567890'.startsWith(digits)
}

/** Ages, scores: small numbers beside one another. */
function isList(number: string, groups: readonly string[]): boolean {
  return /^\d/.test(number) && !number.startsWith('0') && groups.every(group => Number(group) < 25)
}
