import { element, filled, type Page } from './page.ts'
import { made } from './problems.ts'
import { shapeAt, valuesOf } from './values.ts'

/** Says how many of at most so many are ticked. @returns to be called when answers were put in by a script */
export function watchChoosing(page: Page): () => void {
  const counts = page.data.asked.flatMap((id, position) => {
    const shape = shapeAt(page, position)
    if (shape?.kind !== 'multiple' || shape.atMost === undefined) return []
    const line = made('p', 'count')
    line.setAttribute('role', 'status')
    element(`q${position}r`).after(line)
    return [{ id, line, limit: shape.atMost }]
  })
  const say = (): void => {
    const { chosen, chosenOver } = page.data.texts
    for (const { id, line, limit } of counts) {
      const number = valuesOf(page, id).filter(value => value !== 'dk' && value !== 'pns').length
      const text = number === 0 ? '' : filled(number > limit ? chosenOver : chosen, { number, limit })
      if (line.textContent !== text) line.textContent = text
    }
  }
  page.form.addEventListener('input', say)
  return say
}
