import type { Page } from './page.ts'
import { controlsOf, isTick, type Control } from './values.ts'

/**
 * "I prefer not to say" beside an answer cannot be meant. What was chosen last counts: it takes back whatever cannot
 * stand beside it. Without a script the same is told when the form is sent.
 */
export function watchDeclining(page: Page): void {
  page.form.addEventListener('input', event => {
    const { target } = event
    if (!(target instanceof HTMLElement) || !('name' in target) || typeof target.name !== 'string') return
    const shape = page.data.shapes.find(({ id }) => `q.${id}` === target.name)
    if (shape === undefined) return
    const alone = new Set(['dk', 'pns'])
    if ('options' in shape) for (const { code, exclusive } of shape.options) if (exclusive) alone.add(code)
    const controls = controlsOf(page.form, shape.id)
    const chosen = controls.find(control => control === target)
    if (chosen === undefined || !isGiven(chosen)) return
    for (const other of controls) {
      if (other !== chosen && (alone.has(chosen.value) || alone.has(other.value))) takeBack(other)
    }
  })
}

function isGiven(control: Control): boolean {
  return isTick(control) ? control.checked : control.value.trim() !== ''
}

function takeBack(control: Control): void {
  if (isTick(control)) control.checked = false
  else control.value = ''
}
