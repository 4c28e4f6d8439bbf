import { controls, nameOf, shown } from './elements.ts'

const smallest = 44
const smallestRow = 48
/** A part of a pixel is lost where the browser rounds. */
const rounding = 0.5

/** Controls too small for a thumb: 44 px both ways, rows of options 48 px high. */
export function smallTargets(): string[] {
  return [...shown(controls).flatMap(smallControl), ...shown('.option').flatMap(smallRow)]
}

function smallControl(control: HTMLElement): string[] {
  if (isInSentence(control)) return []
  // Pressing anywhere on its label presses the button of an option.
  const target = control.matches('[type=radio], [type=checkbox]')
    ? (control.closest('label') ?? control)
    : control
  const { width, height } = target.getBoundingClientRect()
  return width >= smallest - rounding && height >= smallest - rounding
    ? []
    : [`target of ${Math.round(width)} x ${Math.round(height)}: ${nameOf(control)}`]
}

function smallRow(row: HTMLElement): string[] {
  const { height } = row.getBoundingClientRect()
  return height >= smallestRow - rounding ? [] : [`row ${Math.round(height)} high: ${nameOf(row)}`]
}

/**
 * The exception of WCAG 2.2, 2.5.8 “Inline”: the target is in a sentence, or its size is otherwise constrained by the
 * line-height of text that is no target. Exactly: a link laid out inline whose block has words outside of links.
 */
function isInSentence(control: HTMLElement): boolean {
  if (!control.matches('a') || getComputedStyle(control).display !== 'inline') return false
  const block = blockOf(control)
  const linked = Array.from(block.querySelectorAll('a'), link => link.textContent ?? '').join('')
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').length
  return letters(block.textContent ?? '') > letters(linked)
}

function blockOf(element: Element): Element {
  const parent = element.parentElement
  if (parent === null) return element
  return getComputedStyle(parent).display === 'inline' ? blockOf(parent) : parent
}
