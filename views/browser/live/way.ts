import type { BoardData } from '../../live/contract.ts'
import type { RoomNow } from '../../partner/contract.ts'
import { groupedCode } from '#surveys/browser'
import { element } from '../page.ts'
import { ask } from '../partner/ask.ts'
import { qrOf } from '../partner/qr.ts'

/** Milliseconds between two looks at whether a room is full. */
const often = 5000

type Way = { readonly link: string; readonly code: string | null; readonly isFull: boolean }

let room: Way | undefined
let isAsking = false

/**
 * Draws the way in: the address where one takes part, and its QR code. The screen of a room, which has a secret, shows
 * the code of the minute; how many have come it does not show.
 */
export function showWay(data: BoardData, secret: string | null): void {
  const part = document.getElementById('part')
  if (part === null) return
  const address = location.host + (element('take').getAttribute('href') ?? '')
  // It may be broken after a slash, where it is read on.
  const parts = address.split(/(?<=\/)/).flatMap(each => [each, document.createElement('wbr')])
  element('address').replaceChildren(...parts)
  const isRoom = secret !== null && part.dataset['access'] === 'room'
  draw((isRoom && room) || { link: `${location.protocol}//${address}`, code: null, isFull: false })
  if (!isRoom || isAsking) return
  isAsking = true
  void keepCode(data, secret, `${location.protocol}//${address}`)
}

async function keepCode(data: BoardData, secret: string, begin: string): Promise<void> {
  let wait = often
  try {
    const answer = await ask(data.room, { secret })
    if (answer.status === 404) return
    const now: RoomNow = await answer.json()
    if (now.slug !== data.slug) return
    const { code, key, stays, seatsLeft } = now
    const link = code === null ? begin : `${begin}#r=${code}&k=${key}`
    room = { link, code, isFull: seatsLeft === 0 }
    draw(room)
    if (code !== null) wait = Math.min(often, stays + 50)
  } catch {
    // That there is no connection the page says anyway.
  }
  setTimeout(() => void keepCode(data, secret, begin), wait)
}

function draw({ link, code, isFull }: Way): void {
  if (document.getElementById('part') === null) return
  element('ways').hidden = isFull
  element('qr').hidden = isFull
  element('full').hidden = !isFull
  element('open').hidden = code !== null
  element('type').hidden = element('code').hidden = code === null
  if (code !== null) document.getElementById('needs')?.remove()
  // Only what changed: what is drawn anew flickers, and is read out again.
  const qr = element('qr')
  if (qr.dataset['link'] === link) return
  qr.dataset['link'] = link
  qr.replaceChildren(qrOf(link))
  element('code').textContent = code === null ? '' : groupedCode(code)
}
