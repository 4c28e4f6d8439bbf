import type { Answer, Answers } from '#surveys/browser'
import { element, filled, type Page } from './page.ts'
import { made } from './problems.ts'
import { routeOf, valuesOf } from './values.ts'
import { remind } from './watch-words.ts'

/** Lists every question on the route with its answer and a way to change it. */
export function showReview(page: Page, answers: Answers, change: (position: number) => void): void {
  const route = routeOf(page, answers)
  page.answers.replaceChildren(...route.map(position => rowOf(page, answers, position, change)))
  remind(page, route, position => changeButton(page, position, change))
}

function rowOf(
  page: Page,
  answers: Answers,
  position: number,
  change: (position: number) => void
): HTMLElement {
  const { asked } = page.data
  const question = element(`q${position}t`).textContent ?? ''
  const answer = answers.get(asked[position] ?? '')
  const term = made('dt', '', question)
  const value = made('dd', answer?.state === 'answered' ? '' : 'none')
  value.append(...answerLines(page, position, answer).map(line => autoDirected(made('span', 'answer', line))))
  const action = made('dd', 'change')
  action.append(changeButton(page, position, change))
  const row = made('div', '')
  row.append(autoDirected(term), value, action)
  return row
}

function changeButton({ data }: Page, position: number, change: (position: number) => void): HTMLElement {
  const question = element(`q${position}t`).textContent ?? ''
  const button = made('button', 'link', data.texts.change)
  button.setAttribute('type', 'button')
  button.setAttribute('aria-label', filled(data.texts.changeWhat, { question }))
  button.addEventListener('click', () => change(position))
  return button
}

function answerLines(page: Page, position: number, answer: Answer | undefined): string[] {
  if (answer === undefined || answer.state === 'skipped') return [page.data.texts.none]
  if ('text' in answer) return answer.text.split('\n')
  const values = valuesOf(page, page.data.asked[position] ?? '').filter(value => value !== '')
  const question = element(`q${position}`)
  const lines = values.map(value => wordsAt(question, value) ?? value)
  return 'codes' in answer && question.querySelectorAll('select').length > 1
    ? lines.map((line, place) => `${place + 1}. ${line}`)
    : lines
}

/** The words of an option, as they stand in the form. */
function wordsAt(question: HTMLElement, value: string): string | undefined {
  const option = question.querySelector(`option[value="${CSS.escape(value)}"]`)
  const input = question.querySelector(`input[value="${CSS.escape(value)}"]`)
  return option?.textContent ?? input?.closest('label')?.textContent?.trim()
}

function autoDirected(node: HTMLElement): HTMLElement {
  node.dir = 'auto'
  return node
}
