import { keep, restore, type Kept } from './keep.ts'
import { draw, drawError, prepare } from './drawing.ts'
import { element, type Page } from './page.ts'
import { clearProblem, problemAt, showProblem } from './problems.ts'
import { showReview } from './review.ts'
import { newResendId } from './send.ts'
import { answersOf, routeOf, setValues } from './values.ts'

/** One question a page. A step is the position of a question; the step after the last one checks the answers. */
export type Stepper = {
  /** Where the reader is, and the id under which the answers are sent. */
  readonly state: State
  next(): void
  skip(): void
  isAtReview(): boolean
  /** Whether nothing is wrong along the route; else the first thing wrong is shown. */
  isSound(): boolean
  /** Keeps everything in this tab. */
  save(): void
}
type State = { at: number; seen: Set<number>; readonly resend: string; changing: boolean }

/**
 * Turns the long form into steps, and goes to where this tab was; undefined where there is nothing to go back to.
 *
 * @param drawn told of every step that is shown
 */
export function startSteps(page: Page, drawn: () => void): Stepper | undefined {
  const kept = restore(page)
  const wanted = stepIn(history.state)
  // A step in the history without anything kept: the answers were sent or wiped. Nothing of them is shown again.
  if (wanted !== undefined && kept === undefined) return undefined
  const { asked } = page.data
  const state: State = {
    at: wanted ?? keptStep(asked, kept) ?? firstWrong(page) ?? 0,
    seen: new Set(kept?.seen.map(id => asked.indexOf(id))),
    // Made before anything is sent, so that a copy of this tab sends the same.
    resend: kept?.resend ?? newResendId(),
    changing: false
  }
  prepare(page)
  const stepper = stepperOf(page, state, drawn)
  stepper.start()
  return stepper
}

function stepperOf(page: Page, state: State, drawn: () => void): Stepper & { start(): void } {
  const review = page.data.asked.length

  function show(at: number, moveFocus: boolean): void {
    const answers = answersOf(page)
    const route = [...routeOf(page, answers), review]
    state.at = route.find(position => position >= at) ?? review
    state.seen.add(state.at)
    const heading = draw(page, state.at, answers)
    if (state.at === review) showReview(page, answers, change)
    drawn()
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

  /** Says what is wrong with a question. @returns whether anything is */
  function complain(position: number): boolean {
    const sentence = problemAt(page, position)
    if (sentence === undefined) return false
    showProblem(page, position, sentence)
    drawError(page, position)
    return true
  }

  function save(): void {
    const { asked } = page.data
    const seen = asked.filter((_, position) => state.seen.has(position))
    keep(page, { step: asked[state.at] ?? null, seen, resend: state.resend })
  }

  return {
    state,
    save,
    isAtReview: () => state.at === review,
    next() {
      if (!complain(state.at)) forward()
    },
    isSound() {
      const wrong = routeOf(page, answersOf(page)).find(position => problemAt(page, position) !== undefined)
      if (wrong === undefined) return true
      change(wrong)
      complain(wrong)
      return false
    },
    skip() {
      setValues(page, page.data.asked[state.at] ?? '', [])
      page.form.dispatchEvent(new Event('input'))
      forward()
    },
    start() {
      show(state.at, false)
      history.replaceState({ step: state.at }, '')
      addEventListener('popstate', event => {
        const step = stepIn(event.state)
        // A link within the page has no step: its reader stays where they are.
        if (step === undefined) return
        clearProblem()
        show(step, true)
      })
    }
  }
}

/** Where the reader was; undefined where that question is not on this page. */
function keptStep(asked: readonly string[], kept: Kept | undefined): number | undefined {
  if (kept === undefined) return undefined
  if (kept.step === null) return asked.length
  const position = asked.indexOf(kept.step)
  return position === -1 ? undefined : position
}

function firstWrong(page: Page): number | undefined {
  const position = page.data.asked.findIndex((_, index) => element(`q${index}`).classList.contains('wrong'))
  return position === -1 ? undefined : position
}

function stepIn(state: unknown): number | undefined {
  if (typeof state !== 'object' || state === null || !('step' in state)) return undefined
  return typeof state.step === 'number' ? state.step : undefined
}
