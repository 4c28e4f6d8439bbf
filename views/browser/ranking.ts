import { element, filled, type Page } from './page.ts'
import { made } from './problems.ts'
import { shapeAt } from './values.ts'

/** Puts in order by pressing, and by buttons that move up and down. @returns to be called when answers were put in by a script */
export function watchRanking(page: Page): () => void {
  const lists = page.data.asked.flatMap((_, position) =>
    shapeAt(page, position)?.kind === 'ranking' ? [rankingOf(page, position)] : []
  )
  const show = (): void => lists.forEach(draw => draw())
  page.form.addEventListener('input', show)
  return show
}

type Move = 'moveUp' | 'moveDown' | 'takeOut'

/** Replaces the selects of one question, which go on holding its answer, by a list in order and the options left. */
function rankingOf({ data: { texts } }: Page, position: number): () => void {
  const question = element(`q${position}`)
  const selects = [...question.querySelectorAll('select')]
  const options = [...(selects[0]?.options ?? [])].filter(({ value }) => value !== '')
  const order = made('ol', 'ranked')
  const left = made('div', 'options')
  const said = made('p', 'hidden')
  said.setAttribute('role', 'status')
  // Without a marker some browsers take a list for none.
  order.setAttribute('role', 'list')
  order.setAttribute('aria-label', texts.order)
  question.classList.add('ordered')
  selects[0]?.closest('.field')?.before(order, left, said)
  let drawn = ''

  const ranked = (): string[] => selects.map(({ value }) => value).filter(value => value !== '')
  const wordsOf = (code: string): string => options.find(({ value }) => value === code)?.text ?? ''

  function put(codes: readonly string[], sentence: string): void {
    selects.forEach((select, place) => {
      select.value = codes[place] ?? ''
    })
    // Emptied first: the same sentence twice is read twice.
    said.textContent = ''
    const full =
      codes.length < selects.length ? '' : filled(texts.chosen, { number: codes.length, limit: codes.length })
    setTimeout(() => (said.textContent = `${sentence} ${full}`), 50)
    selects[0]?.dispatchEvent(new Event('input', { bubbles: true }))
  }

  function move(code: string, to: Move): void {
    const codes = ranked()
    const at = codes.indexOf(code)
    codes.splice(at, 1)
    if (to === 'takeOut') {
      put(codes, filled(texts.takenOut, { option: wordsOf(code) }))
      left.querySelector<HTMLElement>(`[value="${CSS.escape(code)}"]`)?.focus()
      return
    }
    codes.splice(to === 'moveUp' ? at - 1 : at + 1, 0, code)
    put(codes, filled(texts.placed, { option: wordsOf(code), place: codes.indexOf(code) + 1 }))
    const row = order.children[codes.indexOf(code)]
    const same = row?.querySelector<HTMLButtonElement>(`.${to}:enabled`)
    ;(same ?? row?.querySelector<HTMLButtonElement>('button:enabled'))?.focus()
  }

  function add(code: string): void {
    const next = options.find(({ value }) => value !== code && !ranked().includes(value))
    put([...ranked(), code], filled(texts.placed, { option: wordsOf(code), place: ranked().length + 1 }))
    const free = next && left.querySelector<HTMLButtonElement>(`[value="${CSS.escape(next.value)}"]:enabled`)
    ;(free ?? order.lastElementChild?.querySelector<HTMLButtonElement>('button:enabled'))?.focus()
  }

  function rowOf(code: string, place: number, all: number): HTMLElement {
    const row = made('li', '')
    const number = made('span', 'place', filled('%place', { place: place + 1 }))
    const words = made('span', '', wordsOf(code))
    words.dir = 'auto'
    const buttons = made('span', 'moves')
    const may = { moveUp: place > 0, moveDown: place < all - 1, takeOut: true }
    buttons.append(...moves.map(to => buttonOf(to, code, may[to])))
    row.append(number, words, buttons)
    return row
  }

  function buttonOf(to: Move, code: string, may: boolean): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = `move ${to}`
    button.disabled = !may
    button.setAttribute('aria-label', filled(texts[to], { option: wordsOf(code) }))
    button.addEventListener('click', () => move(code, to))
    return button
  }

  function optionOf({ value, text }: HTMLOptionElement, full: boolean): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'option'
    button.value = value
    button.disabled = full
    const words = made('span', '', text)
    words.dir = 'auto'
    button.append(words)
    button.addEventListener('click', () => add(value))
    return button
  }

  return () => {
    const codes = ranked()
    if (codes.join('\n') === drawn && left.hasChildNodes()) return
    drawn = codes.join('\n')
    const full = codes.length >= selects.length
    order.replaceChildren(...codes.map((code, place) => rowOf(code, place, codes.length)))
    left.replaceChildren(
      ...options.filter(({ value }) => !codes.includes(value)).map(option => optionOf(option, full))
    )
  }
}

const moves: readonly Move[] = ['moveUp', 'moveDown', 'takeOut']
