import { read, walk, type Answers, type Shape } from '#surveys/browser'
import type { Page } from './page.ts'

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** What is ticked and typed for a question now. */
export function valuesOf({ data, form }: Page, id: string): string[] {
  const given = data.given.find(([question]) => question === id)
  if (given !== undefined) return [given[1]]
  return new FormData(form).getAll(`q.${id}`).map(String)
}

/** Ticks and types what was kept; nothing clears the question. */
export function setValues({ form }: Page, id: string, values: readonly string[]): void {
  const codes = new Set(values)
  let typed = 0
  for (const control of controlsOf(form, id)) {
    if (isTick(control)) {
      control.checked = codes.has(control.value)
    } else {
      control.value = values[typed++] ?? ''
    }
  }
}

/** What every question has come to: its answer along the route, or that it is not shown. */
export function answersOf(page: Page): Answers {
  return walk(page.data.shapes, new Map(page.data.shapes.map(shape => [shape.id, answerOf(page, shape)])))
}

/** Positions, among the questions on the page, of those on the route. */
export function routeOf(page: Page, answers: Answers): number[] {
  return page.data.asked.flatMap((id, position) => (answers.get(id)?.state === 'not_shown' ? [] : [position]))
}

export function shapeAt(page: Page, position: number): Shape | undefined {
  const id = page.data.asked[position]
  return page.data.shapes.find(shape => shape.id === id)
}

function answerOf(page: Page, shape: Shape) {
  const parsed = read(shape, valuesOf(page, shape.id))
  return parsed.ok ? parsed.value : ({ state: 'skipped' } as const)
}

/** Everything in which a question is answered. */
export function controlsOf(form: HTMLFormElement, id: string): Control[] {
  return [...form.querySelectorAll<Control>(`[name="q.${CSS.escape(id)}"]`)]
}

/** Whether a control is ticked rather than typed or chosen from a list. */
export function isTick(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')
}
