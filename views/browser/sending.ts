import type { Device } from './device.ts'
import { cover } from './leave.ts'
import type { Page } from './page.ts'
import { made } from './problems.ts'
import { send, sendingOf } from './send.ts'
import type { Stepper } from './stepper.ts'

/** A connection that is said to be back is often not there yet, and sometimes it is back and nobody says so. */
const again = { online: 1000, otherwise: 20_000 } as const

/** The send button's work: a second press while the first is on its way does nothing. */
export function sendingWith(page: Page, stepper: Stepper, device: Device): () => Promise<void> {
  const { texts, thanks } = page.data
  let isSending = false
  let timer = 0

  async function sendNow(pressed: boolean): Promise<void> {
    if (isSending || !stepper.isAtReview()) return
    isSending = true
    clearTimeout(timer)
    if (pressed) page.notSent.replaceChildren()
    page.send.textContent = texts.sending
    const sending = sendingOf(page, stepper.state.resend)
    const outcome = await send(page, sending)
    if (outcome === 'sent') {
      await soon(device.wipe())
      cover()
      location.replace(thanks)
      return
    }
    isSending = false
    page.send.textContent = texts.send
    if (outcome !== 'offline') return say(outcome.title, outcome.text)
    if (!device.isOwn) return say(texts.notSentTitle, texts.notSent)
    device.keep(sending)
    tryAgainIn(again.otherwise)
    if (pressed) say(texts.waitingTitle, texts.waiting)
  }

  function say(title: string, text: string): void {
    page.notSent.replaceChildren(made('h2', '', title), made('p', '', text))
  }

  function tryAgainIn(milliseconds: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void sendNow(false), milliseconds)
  }

  addEventListener('online', () => {
    if (timer !== 0) tryAgainIn(again.online)
  })
  return () => sendNow(true)
}

/** Thanks do not wait longer than a second for what is to be forgotten. */
function soon(work: Promise<void>): Promise<unknown> {
  return Promise.race([work.catch(() => undefined), new Promise(resolve => setTimeout(resolve, 1000))])
}
