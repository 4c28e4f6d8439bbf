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
