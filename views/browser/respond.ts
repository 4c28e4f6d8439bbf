import { watchChoosing } from './choosing.ts'
import { watchDeclining } from './declining.ts'
import { deviceOf, type Device } from './device.ts'
import { keepPlace } from './language-bar.ts'
import { cover, watchLeave, watchReturn } from './leave.ts'
import { offerListening } from './offer-listening.ts'
import { findPage, type Page } from './page.ts'
import { watchRanking } from './ranking.ts'
import { watchLength } from './remaining.ts'
import { sendingWith } from './sending.ts'
import { startSteps } from './stepper.ts'
import { watchWords } from './watch-words.ts'

/** One question a page, and sending; the long form underneath works without any of it. */
async function start(page: Page): Promise<void> {
  watchLeave()
  watchReturn(page.data.action)
  const device = await deviceOf(page)
  watchDeclining(page)
  const changed = [watchChoosing(page), watchRanking(page)]
  const stepper = startSteps(page, () => {
    for (const each of changed) each()
    keepOn(device)
  })
  if (stepper === undefined) {
    cover()
    location.replace(page.data.action)
    return
  }
  watchLength(page)
  watchWords(page)
  offerListening()
  keepPlace(stepper.save)
  const sendOnce = sendingWith(page, stepper, device)
  page.form.addEventListener('input', () => {
    stepper.save()
    keepOn(device, null)
  })
  document.getElementById('continue')?.addEventListener('click', stepper.next)
  document.getElementById('skip')?.addEventListener('click', stepper.skip)
  page.form.addEventListener('submit', event => {
    event.preventDefault()
    if (stepper.isAtReview()) void sendOnce()
    else stepper.next()
  })
}

let timer = 0

/** An own phone keeps what was typed once the typing pauses. */
function keepOn(device: Device, waiting?: null): void {
  clearTimeout(timer)
  timer = setTimeout(() => device.keep(waiting), 300)
}

const page = findPage()
if (page !== undefined) void start(page)
