import { read } from '#surveys/browser'
import { element, filled, type Page } from './page.ts'
import { shapeAt, valuesOf } from './values.ts'

/** The sentence for what is wrong with a question as it stands; undefined where nothing is. */
export function problemAt(page: Page, position: number): string | undefined {
  const shape = shapeAt(page, position)
  if (shape === undefined) return undefined
  const parsed = read(shape, valuesOf(page, shape.id))
  const [problem] = parsed.ok ? [] : parsed.problems
  if (problem === undefined) return undefined
  return filled(
    page.data.errors[shape.id]?.[problem.code] ?? page.data.texts.errorTitle,
    problem.params ?? {}
  )
}

/** A summary on top that takes the focus, and the same words at the question. */
export function showProblem(page: Page, position: number, sentence: string): void {
  clearProblem()
  const question = element(`q${position}`)
  const control = document.getElementById(`q${position}-0`)
  const summary = made('div', 'summary')
  summary.id = 'summary'
  summary.tabIndex = -1
  summary.setAttribute('role', 'alert')
  const link = made('a', '', sentence)
  link.setAttribute('href', `#q${position}-0`)
  link.addEventListener('click', event => {
    event.preventDefault()
    control?.focus()
  })
  summary.append(made('h2', '', page.data.texts.errorTitle), link)
  page.form.before(summary)

  const error = made('p', 'error', sentence)
  error.id = `q${position}e`
  question.classList.add('wrong')
  question.querySelector('legend')?.after(error)
  describe(question, ids => [...ids, error.id])
  if (control?.matches('[type=text], textarea')) {
    describe(control, ids => [...ids, error.id])
    control.setAttribute('aria-invalid', 'true')
  }
  summary.focus()
}

/** Takes away summary and sentence, of the server's page as well as our own. */
export function clearProblem(): void {
  document.getElementById('summary')?.remove()
  for (const error of document.querySelectorAll('.error')) {
    for (const described of document.querySelectorAll(`[aria-describedby~="${error.id}"]`)) {
      described.classList.remove('wrong')
      described.removeAttribute('aria-invalid')
      describe(described, ids => ids.filter(id => id !== error.id))
    }
    error.remove()
  }
}

function describe(described: Element, change: (ids: string[]) => string[]): void {
  const ids = change((described.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean))
  if (ids.length === 0) described.removeAttribute('aria-describedby')
  else described.setAttribute('aria-describedby', ids.join(' '))
}

/** An element with a class and a text. */
export function made(name: string, className: string, text = ''): HTMLElement {
  const node = document.createElement(name)
  if (className !== '') node.className = className
  node.textContent = text
  return node
}
