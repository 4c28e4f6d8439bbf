import type { BoardData } from '../live/contract.ts'
import type * as liveWay from './live-way.ts'
import { later } from './later.ts'
import { fit } from './live/fit.ts'
import { doingOf, type Doing } from './live/keys.ts'
import { slidesOf } from './live/slides.ts'
import { turning } from './live/turning.ts'
import { watch } from './live/watch.ts'
import { element } from './page.ts'
import { takeSecret } from './partner/secret.ts'

/** From here on there is room for one question in large letters; the style sheet says the same. */
const wide = matchMedia('(min-width: 48em) and (min-height: 30em)')
const root = document.documentElement
const data: BoardData = JSON.parse(element('data').textContent ?? '')
const dialog = document.querySelector('dialog')
const letters = document.querySelector<HTMLInputElement>('#letters')
const secret = takeSecret()

const turns = turning(() => slides.go(1))
const slides = slidesOf(slide => {
  turns.begin(slide)
  if (wide.matches) fit(slide)
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) link.hash = slide.id
})

const doings: Readonly<Record<Doing, () => void>> = {
  on: () => step(1),
  back: () => step(-1),
  first: () => step('first'),
  last: () => step('last'),
  pause: () => turn(!turns.isOn()),
  full: () => {
    void (document.fullscreenElement === null ? root.requestFullscreen() : document.exitFullscreen())
  },
  contrast: () => {
    const isStark = root.classList.toggle('stark')
    element('contrast').setAttribute('aria-pressed', String(isStark))
  },
  help: () => dialog?.showModal()
}

root.classList.add('stepping')
element('controls').hidden = false
element('refresh').hidden = true
element('whole').hidden = !document.fullscreenEnabled
for (const [id, doing] of [
  ['previous', 'back'],
  ['pause', 'pause'],
  ['next', 'on'],
  ['whole', 'full'],
  ['contrast', 'contrast'],
  ['help', 'help']
] as const)
  element(id).addEventListener('click', doings[doing])
element('close').addEventListener('click', () => dialog?.close())
addEventListener('keydown', event => {
  const doing = wide.matches ? doingOf(event, letters?.checked === true) : undefined
  if (doing === undefined) return
  event.preventDefault()
  doings[doing]()
})
wide.addEventListener('change', showAll)
addEventListener('resize', () => slides.again())
// Whoever wants less motion turns by hand.
turn(!matchMedia('(prefers-reduced-motion: reduce)').matches)
showAll()
toTop()
watch({
  events: data.events,
  onNew: () => {
    showAll()
    say(data.arrived)
  },
  onLost: isLost => {
    const lost = element('lost').firstElementChild
    if (lost instanceof HTMLElement) lost.hidden = !isLost
  }
})

function showAll(): void {
  slides.again()
  if (wide.matches) void later<typeof liveWay>('liveWay').then(({ showWay }) => showWay(data, secret))
}

/** Where somebody goes by hand, nothing goes on by itself, and what has come into sight is read out. */
function step(where: number | 'first' | 'last'): void {
  turn(false)
  slides.go(where)
  toTop()
  say(document.querySelector('.shown > h2')?.textContent ?? '')
}

/** What is in sight at once begins at the top, wherever its address leads on a page that is a list. */
function toTop(): void {
  if (wide.matches) scrollTo(0, 0)
}

function turn(isOn: boolean): void {
  turns.set(isOn)
  element('pause').textContent = isOn ? data.pause : data.play
}

function say(text: string): void {
  element('said').textContent = text
}
