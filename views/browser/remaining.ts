import { lengthInGraphemes, limitOf } from '#surveys/browser'
import { element, filled, type Page } from './page.ts'
import { made } from './problems.ts'
import { shapeAt } from './values.ts'

const shownFrom = 0.75

/** Says how much room is left once three quarters are used; typing is never stopped. */
export function watchLength(page: Page): void {
  for (const position of page.data.asked.keys()) {
    const shape = shapeAt(page, position)
    if (shape === undefined || (shape.kind !== 'short_text' && shape.kind !== 'long_text')) continue
    const limit = limitOf(shape)
    const field = element(`q${position}-0`)
    const count = made('p', 'count')
    count.setAttribute('role', 'status')
    field.after(count)
    field.addEventListener('input', () => {
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
        count.textContent = remaining(page, lengthOf(field.value, limit), limit)
      }
    })
  }
}

/** Far over the limit nobody needs it to the letter, and counting a book takes seconds. */
function lengthOf(text: string, limit: number): number {
  return text.length > limit * 20 ? text.length : lengthInGraphemes(text)
}

function remaining({ data }: Page, length: number, limit: number): string {
  if (length < limit * shownFrom) return ''
  const { charactersLeft, charactersOver } = data.texts
  return length > limit
    ? filled(charactersOver, { number: length - limit })
    : filled(charactersLeft, { number: limit - length })
}
