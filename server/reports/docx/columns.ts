export type Column = { readonly heading: string; readonly cells: readonly string[] }

/** Whether a column holds numbers, or marks that stand in for them. */
export function isNumeric(cells: readonly string[]): boolean {
  const printed = cells.map(withoutMarks).filter(text => text !== '')
  return (
    printed.length > 0 &&
    printed.every(text => /^(?=.*\p{Nd})[\p{Nd}\p{P}\p{Z}\p{S}]*$|^\[\p{L}+\]$/u.test(text))
  )
}

/**
 * Widths by what the columns have to hold: their longest cell and the longest word of their heading.
 *
 * @param room what they share, in twentieths of a point
 * @returns whole numbers that add up to `room`
 */
export function columnWidths(columns: readonly Column[], room: number): number[] {
  const needs = columns.map(needOf)
  const whole = needs.reduce((sum, need) => sum + need, 0)
  const widths = needs.map(need => Math.floor((room * need) / whole))
  const rest = room - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, index) => (index === 0 ? width + rest : width))
}

/** In letters; one column never takes more than a long phrase, nor less than a short number. */
function needOf({ heading, cells }: Column): number {
  const words = heading.split(/[\s\u00ad-]+/u).map(lengthOf)
  const longest = Math.max(...cells.map(lengthOf), ...words, lengthOf(heading) / 3, 6)
  return Math.min(longest, 44) + 2
}

/** How wide a text is, in letters: a Chinese character takes the place of two. */
export function lengthOf(text: string): number {
  const wide = text.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0
  return withoutMarks(text).length + wide
}

function withoutMarks(text: string): string {
  return text.replace(/[\u200e\u200f\u2066-\u2069]/g, '').trim()
}
