import { InvalidArgumentError } from 'commander'

/** `en,fr` as a list; blanks around the commas do no harm. */
export function listOf(value: string): string[] {
  return value
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
}

/** A release number as it was typed. */
export function releaseNumber(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError('It is a whole number, like 1.')
  return Number(value)
}

/** The number of a document as it was typed, without the letter of a language at its end. */
export function documentNumber(value: string): string {
  const number = value.trim().replace(/-[ACEFRS]$/, '')
  if (!/^[\p{L}\p{N}_][\p{L}\p{N}_./() -]{0,59}$/u.test(number)) {
    throw new InvalidArgumentError('It is a number such as CWG-COP-24/3, of at most 60 characters.')
  }
  return number
}
