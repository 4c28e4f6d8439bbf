import { watchDeclining } from './declining.ts'
import { cover, watchLeave, watchReturn } from './leave.ts'
import { findPage, type Page } from './page.ts'
import { made } from './problems.ts'
import { watchLength } from './remaining.ts'
import { newResendId, send } from './send.ts'
import { startSteps, type Stepper } from './stepper.ts'

/** One question a page, and sending; the long form underneath works without any of it. */
function start(page: Page): void {
  watchLeave()
  watchReturn(page.data.action)
  const stepper = startSteps(page)
  if (stepper === undefined) {
    cover()
    location.replace(page.data.action)
    return
  }
  watchLength(page)
  watchDeclining(page)
  page.form.addEventListener('input', stepper.save)
  document.getElementById('continue')?.addEventListener('click', stepper.next)
  document.getElementById('skip')?.addEventListener('click', stepper.skip)
  page.form.addEventListener('submit', event => {
    event.preventDefault()
    if (stepper.isAtReview()) void sendOnce(page, stepper)
    else stepper.next()
  })
}

let isSending = false

/** A second press while the first is on its way does nothing. */
async function sendOnce(page: Page, stepper: Stepper): Promise<void> {
  if (isSending) return
  isSending = true
  const { texts, thanks } = page.data
  // The id is kept before it is used: whatever happens next, trying again sends the same one.
  stepper.state.resend ??= newResendId()
  stepper.save()
  page.notSent.replaceChildren()
  page.send.textContent = texts.sending
  const outcome = await send(page, stepper.state.resend)
  isSending = false
  if (outcome === 'sent') {
    cover()
    location.replace(thanks)
    return
  }
  page.send.textContent = texts.send
  page.notSent.append(
    ...(outcome === 'offline'
      ? [made('h2', '', texts.notSentTitle), made('p', '', texts.notSent)]
      : [made('h2', '', texts.refusedTitle), made('p', '', texts.refused)])
  )
}

const page = findPage()
if (page !== undefined) start(page)
