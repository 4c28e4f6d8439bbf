import { holds, type Answers } from '#surveys/browser'
import { element, filled, type Page } from './page.ts'
import { mostQuestions } from './progress.ts'
import { ticketOf } from './ticket.ts'
import { answersOf } from './values.ts'

/** Each question becomes the page's main heading while it is shown; the buttons of the long form go. */
export function prepare(page: Page): void {
  document.documentElement.classList.add('stepping')
  element('paper').hidden = true
  for (const heading of document.querySelectorAll('legend > :is(h2, h3), #review-title')) {
    heading.setAttribute('aria-level', '1')
  }
  page.review.hidden = true
  // A code that was redeemed is not typed; any other is the last thing before sending.
  const code = document.getElementById('code-field')
  if (ticketOf(page.data.key)) code?.remove()
  else if (code) page.notSent.before(code)
  // By its address it would be a step of its own in the history.
  document.querySelector('.jump')?.addEventListener('click', event => {
    event.preventDefault()
    element('main').focus()
  })
}

/** Shows one step and says where it stands. @returns its heading */
export function draw(page: Page, at: number, answers: Answers): HTMLElement {
  const { data, where } = page
  const review = data.asked.length
  const atReview = at === review
  for (const step of document.querySelectorAll('.step')) step.classList.remove('shown')
  const shown = element(atReview ? 'review' : `q${at}`)
  shown.closest('.step')?.classList.add('shown')
  page.review.hidden = !atReview
  page.forward.hidden = atReview
  for (const { id, showWhen } of data.notes) element(id).hidden = !holds(showWhen, answers)
  const progress = atReview ? data.texts.check : progressOf(page, at, answers)
  const section = atReview ? null : (data.sections[at] ?? null)
  where.textContent = atReview ? '' : [section, progress].filter(Boolean).join(' · ')
  document.title = filled(data.texts.titled, { title: progress })
  return element(atReview ? 'review-title' : `q${at}t`)
}

function progressOf({ data }: Page, at: number, answers: Answers): string {
  const passed = data.asked.slice(0, at).filter(id => answers.get(id)?.state !== 'not_shown').length
  return filled(data.texts.progress, {
    position: passed + 1,
    total: mostQuestions(data, answers, at)
  })
}

/** Says in the title that something is wrong with the step that is shown. */
export function drawError(page: Page, at: number): void {
  document.title = filled(page.data.texts.titledError, { title: progressOf(page, at, answersOf(page)) })
}
