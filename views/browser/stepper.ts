import { holds, type Answers } from '#surveys/browser'
import { keep, restore } from './keep.ts'
import { element, filled, type Page } from './page.ts'
import { clearProblem, problemAt, showProblem } from './problems.ts'
import { mostQuestions } from './progress.ts'
import { showReview } from './review.ts'
import { answersOf, routeOf, setValues } from './values.ts'

/** One question a page. A step is the position of a question; the step after the last one checks the answers. */
export type Stepper = {
  /** Where the reader is, and the id of a sending that was tried. */
  readonly state: State
  next(): void
  skip(): void
  isAtReview(): boolean
  /** Keeps everything in this tab. */
  save(): void
}
export type State = { at: number; seen: Set<number>; resend: string | null; changing: boolean; most: number }

/** Turns the long form into steps, and goes to where this tab was; undefined where there is nothing to go back to. */
export function startSteps(page: Page): Stepper | undefined {
  const kept = restore(page)
  const wanted = stepIn(history.state)
  // A step in the history without anything kept: the answers were sent or wiped. Nothing of them is shown again.
  if (wanted !== undefined && kept === undefined) return undefined
  const state: State = {
    at: wanted ?? kept?.step ?? firstWrong(page) ?? 0,
    seen: new Set(kept?.seen),
    resend: kept?.resend ?? null,
    changing: false,
    most: page.data.asked.length
  }
  prepare(page)
  const stepper = stepperOf(page, state)
  stepper.start()
  return stepper
}

function stepperOf(page: Page, state: State): Stepper & { start(): void } {
  const review = page.data.asked.length

  function show(at: number, moveFocus: boolean): void {
    const answers = answersOf(page)
    const route = [...routeOf(page, answers), review]
    state.at = route.find(position => position >= at) ?? review
    state.seen.add(state.at)
    const heading = draw(page, state, answers)
    if (state.at === review) showReview(page, answers, change)
    save()
    if (!moveFocus) return
    scrollTo(0, 0)
    heading.focus({ preventScroll: true })
  }

  function go(at: number): void {
    clearProblem()
    // Drawn first: where it leads depends on the route, and the entry holds the step that is shown, nothing else.
    show(at, true)
    history.pushState({ step: state.at }, '')
  }

  function change(position: number): void {
    state.changing = true
    go(position)
  }

  function forward(): void {
    const unseen = routeOf(page, answersOf(page)).find(
      position => position > state.at && !state.seen.has(position)
    )
    const target = state.changing ? (unseen ?? review) : state.at + 1
    if (target === review) state.changing = false
    go(target)
  }

  function save(): void {
    keep(page, { step: state.at, seen: [...state.seen], resend: state.resend })
  }

  return {
    state,
    save,
    isAtReview: () => state.at === review,
    next() {
      const sentence = problemAt(page, state.at)
      if (sentence === undefined) return forward()
      showProblem(page, state.at, sentence)
      document.title = filled(page.data.texts.titledError, { title: page.where.textContent ?? '' })
    },
    skip() {
      setValues(page, page.data.asked[state.at] ?? '', [])
      forward()
    },
    start() {
      show(state.at, false)
      history.replaceState({ step: state.at }, '')
      addEventListener('popstate', event => {
        clearProblem()
        show(stepIn(event.state) ?? 0, true)
      })
    }
  }
}

/** Shows one step and says where it stands. @returns its heading */
function draw(page: Page, state: State, answers: Answers): HTMLElement {
  const { data, where } = page
  const review = data.asked.length
  const atReview = state.at === review
  for (const step of document.querySelectorAll('.step')) step.classList.remove('shown')
  const shown = element(atReview ? 'review' : `q${state.at}`)
  shown.closest('.step')?.classList.add('shown')
  page.review.hidden = !atReview
  page.forward.hidden = atReview
  for (const { id, showWhen } of data.notes) element(id).hidden = !holds(showWhen, answers)
  const progress = atReview ? data.texts.check : progressOf(page, state, answers)
  const section = atReview ? null : (data.sections[state.at] ?? null)
  where.textContent = atReview ? '' : [section, progress].filter(Boolean).join(' · ')
  document.title = filled(data.texts.titled, { title: progress })
  return element(atReview ? 'review-title' : `q${state.at}t`)
}

function progressOf({ data }: Page, state: State, answers: Answers): string {
  const passed = data.asked.slice(0, state.at).filter(id => answers.get(id)?.state !== 'not_shown').length
  state.most = Math.max(passed + 1, Math.min(state.most, mostQuestions(data, answers, state.at)))
  return filled(data.texts.progress, { position: passed + 1, total: state.most })
}

/** Each question becomes the page's main heading while it is shown; the buttons of the long form go. */
function prepare(page: Page): void {
  document.documentElement.classList.add('stepping')
  element('paper').hidden = true
  element('opening').hidden = true
  for (const heading of document.querySelectorAll('legend > :is(h2, h3), #review-title')) {
    heading.setAttribute('aria-level', '1')
  }
  page.review.hidden = true
}

function firstWrong(page: Page): number | undefined {
  const position = page.data.asked.findIndex((_, index) => element(`q${index}`).classList.contains('wrong'))
  return position === -1 ? undefined : position
}

function stepIn(state: unknown): number | undefined {
  if (typeof state !== 'object' || state === null || !('step' in state)) return undefined
  return typeof state.step === 'number' ? state.step : undefined
}
