import type { RoomData, RoomNow } from '../partner/contract.ts'
import type { RoomState } from '../partner/room.ts'
import { groupedCode } from '#surveys/browser'
import { element, filled } from './page.ts'
import { ask } from './partner/ask.ts'
import { qrOf } from './partner/qr.ts'
import { takeSecret, watchLink } from './partner/secret.ts'
import { titleIn } from './partner/title.ts'

/** Milliseconds between two looks at how many places are left. */
const often = 5000

const data: RoomData = JSON.parse(element('data').textContent ?? '')
const lost = element('lost').firstElementChild
let shown = ''
let turns = 0

const secret = takeSecret()
if (secret === null) show('unknown')
else void goOn(secret)
watchLink()

/** Asks for what is to be shown, and goes on asking: also after a connection was lost. */
async function goOn(link: string): Promise<void> {
  let wait = often
  try {
    const answer = await ask(data.now, { secret: link })
    if (answer.status === 404) return show('unknown')
    if (!answer.ok) throw new Error(`status ${answer.status}`)
    const now: RoomNow = await answer.json()
    showNow(now)
    if (now.code !== null) wait = Math.min(often, now.stays + 50)
    sayLost(false)
  } catch {
    sayLost(true)
  }
  setTimeout(() => void goOn(link), wait)
}

function showNow(now: RoomNow): void {
  const { titles, code, stays } = now
  element('title').textContent = titleIn(titles, data.language)
  keepLanguages(titles.map(({ language }) => language))
  if (code === null) return show('idle')
  const language = titles.find(title => title.language === data.language)?.language ?? titles[0]?.language
  const begin = location.host + data.landings[language ?? data.language].replace('%slug', now.slug)
  // Only what changed: a page that is drawn anew every few seconds would flicker, and be read out again.
  if (shown !== code) {
    shown = code
    element('address').textContent = begin
    element('code').textContent = groupedCode(code)
    element('qr').replaceChildren(qrOf(`${location.protocol}//${begin}#r=${code}&k=${now.key}`))
  }
  const seats = now.seatsLeft === 0 ? data.full : filled(data.seatsLeft, { number: now.seatsLeft })
  if (element('seats').textContent !== seats) element('seats').textContent = seats
  // Nobody should scan, answer everything, and hear then that there was no place.
  element('seats')
    .closest('.board')
    ?.classList.toggle('full', now.seatsLeft === 0)
  forgetAfter(stays)
  show('open')
}

/** A code that cannot be renewed goes from the screen once nobody can come in with it. */
function forgetAfter(stays: number): void {
  clearTimeout(turns)
  turns = setTimeout(
    () => {
      shown = ''
      element('code').textContent = '···'
      element('qr').replaceChildren()
    },
    stays + often * 2
  )
}

/** Leaves in the language bar what the consultation speaks. */
function keepLanguages(spoken: readonly string[]): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) {
    const item = link.parentElement
    if (item !== null) item.hidden = !spoken.includes(link.pathname.split('/')[1] ?? '')
  }
}

function sayLost(isLost: boolean): void {
  if (lost instanceof HTMLElement) lost.hidden = !isLost
}

function show(state: RoomState): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-state]'))
    part.hidden = part.dataset['state'] !== state
}
