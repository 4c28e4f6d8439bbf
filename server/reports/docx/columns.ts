export type Column = { readonly heading: string; readonly cells: readonly string[] }

/** A number with its signs, a mark in brackets that stands in for one, or both. */
const numeric = /^(?:\[\p{L}+\]|(?=.*\p{Nd})[\p{Nd}\p{P}\p{Z}\p{S}]*?(?:\s\[\p{L}+\])?)$/u

/** What stands where a row has nothing for a column. */
const nothing = '–'

/** Whether a column holds numbers, or marks that stand in for them. */
export function isNumeric(cells: readonly string[]): boolean {
  const printed = cells.map(withoutMarks).filter(text => text !== '' && text !== nothing)
  return printed.length > 0 && printed.every(text => numeric.test(text))
}

/** What a column of numbers may take beyond its need where there is room, and what is left for words where there is not. */
const share = { numbers: 0.4, growth: 1.8, words: 0.3 } as const

/**
 * Widths by what the columns have to hold: numbers and their headings get what they need, words share the rest. The
 * first column holds words, whatever it looks like: it heads the rows.
 *
 * @param room what they share
 * @param letter how wide a letter is, and what a cell takes beside its letters, in the same unit
 * @returns whole numbers that add up to `room`
 */
export function columnWidths(
  columns: readonly Column[],
  room: number,
  letter: { readonly width: number; readonly beside: number }
): number[] {
  const words = columns.map(({ cells }, index) => index === 0 || !isNumeric(cells))
  const needs = columns.map(column => needOf(column) * letter.width + letter.beside)
  const numbers = sum(needs.filter((_, index) => !words[index]))
  const most = Math.max(numbers, Math.min(numbers * share.growth, room * share.numbers))
  const given = Math.min(most, room * (1 - share.words))
  const wordy = sum(needs.filter((_, index) => words[index]))
  const widths = needs.map((need, index) =>
    Math.floor(words[index] ? (need / wordy) * (room - given) : (need / numbers) * given)
  )
  return widths.map((width, index) => (index === 0 ? width + room - sum(widths) : width))
}

/** In letters; one column never asks for more than a long phrase, nor for less than a short number. */
function needOf({ heading, cells }: Column): number {
  const words = heading.split(/[\s\u00ad-]+/u).map(lengthOf)
  return Math.min(Math.max(...cells.map(lengthOf), ...words, lengthOf(heading) / 2, 6), 44)
}

/** How wide a text is, in letters: a Chinese character takes the place of two. */
export function lengthOf(text: string): number {
  const wide = text.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0
  return withoutMarks(text).length + wide
}

function withoutMarks(text: string): string {
  return text.replace(/[\u200e\u200f\u2066-\u2069]/g, '').trim()
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
