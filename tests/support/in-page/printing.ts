import { isShown, nameOf, shown } from './elements.ts'

/** What a sheet of paper must not have, or lacks: it has all questions and all answers, and nothing to press. */
export function misprinted(): string[] {
  const toPress = shown('button, .leave, .jump, footer a').map(each => `printed: ${nameOf(each)}`)
  const answers = Array.from(document.querySelectorAll('.question :is(label.option, legend, textarea)'))
  const missing = answers.filter(each => !isShown(each)).map(each => `not printed: ${nameOf(each)}`)
  return [...toPress, ...missing, ...Array.from(document.querySelectorAll('select')).flatMap(unreadList)]
}

/** As many answers are printed beside a list; of a longer one, the answer is written into the box. */
const longestPrinted = 15

/** Nobody opens a list on paper: its box is to be written into, and its answers stand beside it. */
function unreadList(list: HTMLSelectElement): string[] {
  if (getComputedStyle(list).color !== 'rgba(0, 0, 0, 0)') return [`cannot be written into: ${nameOf(list)}`]
  const answers = Array.from(list.options).filter(option => option.value !== '')
  if (answers.length > longestPrinted) return []
  const beside = shown('.paper li').filter(each => list.closest('fieldset')?.contains(each))
  const texts = new Set(beside.map(each => each.textContent))
  return answers
    .filter(answer => !texts.has(answer.text))
    .map(answer => `not printed: ${nameOf(answer)} of ${nameOf(list)}`)
}
