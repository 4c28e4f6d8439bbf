import type { ScriptData } from '../respond/script-contract.ts'

/** The questionnaire's document: its data, its form, and the elements that the script moves. */
export type Page = {
  readonly data: ScriptData
  readonly form: HTMLFormElement
  readonly where: HTMLElement
  readonly forward: HTMLElement
  readonly review: HTMLElement
  readonly answers: HTMLElement
  readonly notSent: HTMLElement
  readonly send: HTMLButtonElement
}

/** The page's own data and elements; undefined on a page that has no questionnaire. */
export function findPage(): Page | undefined {
  const form = document.querySelector<HTMLFormElement>('#form')
  const send = document.querySelector<HTMLButtonElement>('#send')
  const json = document.getElementById('data')?.textContent
  if (form === null || send === null || json === null || json === undefined) return undefined
  const data: ScriptData = JSON.parse(json)
  return {
    data,
    form,
    send,
    where: element('where'),
    forward: element('forward'),
    review: element('review'),
    answers: element('answers'),
    notSent: element('not-sent')
  }
}

/** @throws when the page has no such element: template and script do not belong together */
export function element(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new RangeError(`no #${id}`)
  return found
}

/** A text with its `%name`s filled in, numbers as the page's language writes them, in Latin digits. */
export function filled(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/%(\w+)/g, (whole, name: string) => {
    const value = params[name] ?? whole
    return typeof value === 'number'
      ? value.toLocaleString(`${document.documentElement.lang}-u-nu-latn`)
      : value
  })
}
