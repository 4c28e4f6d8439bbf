import type { Device } from './device.ts'
import { cover } from './leave.ts'
import type { Page } from './page.ts'
import { made } from './problems.ts'
import { send, sendingOf } from './send.ts'
import type { Stepper } from './stepper.ts'

/** The send button's work: a second press while the first is on its way does nothing. */
export function sendingWith(page: Page, stepper: Stepper, device: Device): () => Promise<void> {
  const { texts, thanks } = page.data
  let isSending = false

  async function sendOnce(): Promise<void> {
    if (isSending) return
    isSending = true
    page.notSent.replaceChildren()
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
    if (outcome !== 'offline') say(outcome.title, outcome.text)
    else if (device.isOwn) {
      device.keep(sending)
      say(texts.waitingTitle, texts.waiting)
      addEventListener('online', () => void sendOnce(), { once: true })
    } else say(texts.notSentTitle, texts.notSent)
  }

  function say(title: string, text: string): void {
    page.notSent.append(made('h2', '', title), made('p', '', text))
  }

  return sendOnce
}

/** Thanks do not wait longer than a second for what is to be forgotten. */
function soon(work: Promise<void>): Promise<unknown> {
  return Promise.race([work.catch(() => undefined), new Promise(resolve => setTimeout(resolve, 1000))])
}
