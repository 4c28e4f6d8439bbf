import { element } from '../page.ts'

/** The part of the page that a release makes: everything but the ways to move through it. */
const part = 'now'

/**
 * Fetches the page anew, and puts what is new in it into this one. As long as nothing is, the server says so in a line and
 * the browser takes what it has.
 *
 * @returns whether anything was new
 * @throws where the server is not reached
 */
export async function takeNewest(): Promise<boolean> {
  const answer = await fetch(location.pathname, { cache: 'no-cache', credentials: 'omit' })
  if (!answer.ok) throw new Error(`status ${answer.status}`)
  const fetched = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part)
  const here = element(part)
  if (fetched === null || fetched.dataset['stamp'] === here.dataset['stamp']) return false
  const focused = document.activeElement?.id ?? ''
  const before = barsIn(here)
  here.replaceWith(document.adoptNode(fetched))
  for (const [place, bar] of barsIn(fetched)) grow(bar, before.get(place))
  if (focused !== '' && document.activeElement === document.body)
    document.getElementById(focused)?.focus({ preventScroll: true })
  return true
}

/** The bars of a page by where they stand: of which question, in which row. */
function barsIn(page: HTMLElement): Map<string, Element> {
  const rows = [...page.querySelectorAll('.rows > div')]
  return new Map(
    rows.flatMap(row => {
      const bar = row.querySelector('rect:not(.track)')
      const place = [...(row.parentElement?.children ?? [])].indexOf(row)
      return bar === null ? [] : [[`${row.closest('section')?.id ?? ''} ${place}`, bar] as const]
    })
  )
}

/** Lets a bar begin where it was, so that one sees it move; the style sheet says how, and to whom. */
function grow(bar: Element, before: Element | undefined): void {
  const [from, to] = [before?.getAttribute('width'), bar.getAttribute('width')]
  if (from === to || from === undefined || from === null || to === null) return
  bar.setAttribute('width', from)
  bar.getBoundingClientRect()
  bar.setAttribute('width', to)
}
