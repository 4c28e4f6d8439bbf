import type { Device } from './device.ts'
import { giveWay, tell } from './leave.ts'
import type { Page } from './page.ts'
import { made } from './problems.ts'
import { send, sendingOf } from './send.ts'
import type { Stepper } from './stepper.ts'

/** A connection that is said to be back is often not there yet, and sometimes it is back and nobody says so. */
const again = { now: 0, online: 1000, otherwise: 20_000 } as const

export type Sending = {
  /** The send button's work: a second press while the first is on its way does nothing. */
  press(): Promise<void>
  /** An answer was changed: what waits must not go any more, and the page does not say that it waits. */
  takeBack(): void
}

/** Sends answers, and goes on trying where a device keeps them meanwhile. */
export function sendingWith(page: Page, stepper: Stepper, device: Device): Sending {
  const { texts, thanks, key } = page.data
  let { waiting } = device
  let isSending = false
  let timer = 0
  /** How often answers were changed: what was on its way before is not kept after. */
  let changes = 0

  async function attempt(pressed: boolean): Promise<void> {
    const sending = pressed ? sendingOf(page, stepper.state.resend) : waiting
    clearTimeout(timer)
    if (isSending || sending === null) return
    isSending = true
    const before = changes
    if (pressed) {
      say('', texts.sending)
      page.send.setAttribute('aria-disabled', 'true')
    }
    const outcome = await send(sending)
    isSending = false
    page.send.removeAttribute('aria-disabled')
    if (outcome === 'sent') return done()
    if (changes !== before) return
    const refused = outcome === 'offline' ? undefined : outcome
    const waits = refused?.again !== false && device.isOwn && (await device.keep(sending))
    waiting = waits ? sending : null
    if (waits) tryAgainIn(again.otherwise)
    if (refused !== undefined) say(refused.title, refused.text)
    else if (waits) sayWaiting()
    else say(texts.notSentTitle, texts.notSent)
  }

  async function done(): Promise<void> {
    await soon(device.drop())
    // A copy of this tab on a shared phone sends under the same id, and is thanked by the server.
    if (device.isOwn) tell(key)
    giveWay(thanks)
  }

  /** Said again only where something else was said before: it is read aloud each time. */
  function say(title: string, text: string): void {
    if (page.notSent.textContent === title + text) return
    page.notSent.replaceChildren(...(title === '' ? [] : [made('h2', '', title)]), made('p', '', text))
  }

  function sayWaiting(): void {
    say(texts.waitingTitle, texts.waiting)
  }

  function tryAgainIn(milliseconds: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void attempt(false), milliseconds)
  }

  addEventListener('online', () => tryAgainIn(again.online))
  // The helper has sent them already.
  navigator.serviceWorker?.addEventListener('message', ({ data }) => data === key && void done())
  if (waiting !== null) {
    sayWaiting()
    tryAgainIn(again.now)
  }

  return {
    press: () => attempt(true),
    takeBack() {
      changes += 1
      if (waiting !== null) void device.keep(null)
      waiting = null
      clearTimeout(timer)
      page.notSent.replaceChildren()
    }
  }
}

/** Thanks do not wait longer than a second for what is to be forgotten. */
function soon(work: Promise<void>): Promise<unknown> {
  return Promise.race([work.catch(() => undefined), new Promise(resolve => setTimeout(resolve, 1000))])
}
