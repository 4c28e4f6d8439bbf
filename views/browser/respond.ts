import { watchChoosing } from './choosing.ts'
import { watchDeclining } from './declining.ts'
import { deviceOf, type Device } from './device.ts'
import { isForgotten } from './keep.ts'
import { keepPlace } from './language-bar.ts'
import { cover, watchLeave, watchOthers, watchReturn } from './leave.ts'
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
  const wasKept = !isForgotten(page)
  const device = await deviceOf(page)
  const isRestored = wasKept || !isForgotten(page)
  watchDeclining(page)
  const drawn = [watchChoosing(page), watchRanking(page), () => keepSoon(device)]
  const stepper = startSteps(page, () => drawn.forEach(each => each()))
  if (stepper === undefined) {
    cover()
    location.replace(page.data.action)
    return
  }
  watchReturn(page.data.action, () => isForgotten(page))
  watchOthers(page)
  watchLength(page)
  keepPlace(stepper.save)
  offerListening()
  watchWords(page, isRestored)
  const sending = sendingWith(page, stepper, device)
  page.form.addEventListener('input', () => {
    stepper.save()
    sending.takeBack()
    keepSoon(device)
  })
  document.addEventListener('visibilitychange', () => document.hidden && void device.keep())
  document.getElementById('continue')?.addEventListener('click', stepper.next)
  document.getElementById('skip')?.addEventListener('click', stepper.skip)
  page.form.addEventListener('submit', event => {
    event.preventDefault()
    if (!stepper.isAtReview()) stepper.next()
    else if (stepper.isSound()) void sending.press()
  })
}

let timer = 0

/** An own phone keeps what was answered once the answering pauses. */
function keepSoon(device: Device): void {
  clearTimeout(timer)
  timer = setTimeout(() => void device.keep(), 300)
}

const page = findPage()
if (page !== undefined) void start(page)
