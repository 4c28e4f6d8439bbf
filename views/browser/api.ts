import type { ApiData } from '../api/contract.ts'
import { element, filled } from './page.ts'

/** More of an answer than this fills a screen with nothing that anybody reads. */
const mostLetters = 20_000

const data: ApiData = JSON.parse(element('data').textContent ?? '')
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-path]')) {
  form.hidden = false
  form.addEventListener('submit', event => {
    event.preventDefault()
    void ask(form)
  })
}

async function ask(form: HTMLFormElement): Promise<void> {
  const said = form.querySelector('[role=status]')
  const came = form.querySelector<HTMLElement>('.came')
  const shown = form.querySelector('pre')
  if (said === null || came === null || shown === null) return
  try {
    const answer = await fetch(addressOf(form), { credentials: 'omit' })
    const text = JSON.stringify(await answer.json(), null, 2)
    const status = filled(data.status, { status: String(answer.status) })
    said.textContent = text.length > mostLetters ? `${status} · ${data.shortened}` : status
    shown.textContent = text.slice(0, mostLetters)
    came.hidden = false
  } catch {
    said.textContent = data.failed
    came.hidden = true
  }
}

/** The address that the fields of a form make: parts of the path where it names them, else a query. */
function addressOf(form: HTMLFormElement): string {
  const queries = new URLSearchParams()
  let path = form.dataset['path'] ?? ''
  for (const { name, value } of form.querySelectorAll('input')) {
    if (path.includes(`{${name}}`)) path = path.replace(`{${name}}`, encodeURIComponent(value.trim()))
    else if (value.trim() !== '') queries.set(name, value.trim())
  }
  const query = queries.toString()
  return query === '' ? path : `${path}?${query}`
}
