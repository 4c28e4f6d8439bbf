import { withoutPhones } from './phone.ts'

/** What stands in the place of what was masked. */
export const mask = '[…]'

/** An address as it can be written to; spelled-out ones are only doubtful. */
const emailAddress = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/** A text without e-mail addresses and numbers to dial: what one can be sure of without reading it. */
export function masked(text: string): string {
  return withoutPhones(text.replace(emailAddress, mask), mask)
}
