/**
 * `npm run bench:pages`: what a first visit takes on the wire, page by page and language by language, and how it feels
 * on a slow connection with a slow processor. Prints and never judges; the byte budgets are asserted by
 * `tests/server/budgets.test.ts`.
 */
import type { Browser, CDPSession, Page } from 'playwright-core'
import { addresses } from '#views'
import { languages, type Language } from '#locales'
import { demonstrationSlugs } from '../../server/secretariat/demonstration.ts'
import { openBrowser, phone } from '../support/browser.ts'
import { withServer } from './load.ts'
import { machine, median } from './machine.ts'

const slug = demonstrationSlugs.open
const pages: Readonly<Record<string, (language: Language) => string>> = {
  landing: language => addresses.landing(language, slug),
  cards: language => addresses.cards(language, slug, '13_15'),
  questions: language => addresses.questionnaire(language, slug, '13_15'),
  'easy words': language => addresses.questionnaire(language, slug, '8_9'),
  thanks: language => addresses.thanks(language, slug),
  help: addresses.help
}
/** 400 kbit/s, 400 ms there and back, a processor four times slower. */
const slow = { bitsPerSecond: 400_000, roundTripMs: 400, cpu: 4 } as const
const rounds = 3

type Visit = { readonly bytes: number; readonly requests: number; readonly lcp: number; readonly cls: number }

/** A visit by somebody who has never been here, counted by the browser's own network log. */
async function firstVisit(browser: Browser, url: string, isSlow: boolean): Promise<Visit> {
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  const log = await context.newCDPSession(page)
  await log.send('Network.enable')
  if (isSlow) await slowDown(log)
  let bytes = 0
  let requests = 0
  log.on('Network.requestWillBeSent', () => (requests += 1))
  log.on('Network.loadingFinished', event => (bytes += event.encodedDataLength))
  await page.addInitScript(watchPaint)
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(isSlow ? 1500 : 100)
  const { lcp, cls } = await page.evaluate(
    () => (window as unknown as { seen: { lcp: number; cls: number } }).seen
  )
  await context.close()
  return { bytes, requests, lcp, cls }
}

async function slowDown(log: CDPSession): Promise<void> {
  const bytesPerSecond = slow.bitsPerSecond / 8
  await log.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slow.roundTripMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond
  })
  await log.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu })
}

/** Runs in the page: the largest contentful paint in milliseconds, and the sum of layout shifts. */
function watchPaint(): void {
  const seen = { lcp: 0, cls: 0 }
  Object.assign(window, { seen })
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) seen.lcp = entry.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
      if (!shift.hadRecentInput) seen.cls += shift.value
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

/** Milliseconds from a press on “Continue”, or a key in a text box, to the next frame, on a slow processor. */
async function steps(browser: Browser, url: string): Promise<{ step: number; key: number }> {
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  await slowDown(await context.newCDPSession(page))
  await page.goto(url)
  await page.locator('fieldset:visible').waitFor()
  const durations: number[] = []
  while ((await page.locator('textarea:visible').count()) === 0) durations.push(await timed(page, pressSkip))
  await page.locator('textarea:visible').focus()
  await page.waitForTimeout(3000)
  const keys: number[] = []
  for (let at = 0; at < 10; at += 1) keys.push(await timed(page, typeLetter))
  await context.close()
  return { step: Math.max(...durations), key: Math.max(...keys) }
}

function pressSkip(): void {
  document.querySelector<HTMLElement>('#skip')?.click()
}

function typeLetter(): void {
  const box = [...document.querySelectorAll('textarea')].find(each => each.offsetParent !== null)
  if (box === undefined) return
  box.value += 'a'
  box.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

async function timed(page: Page, does: () => void): Promise<number> {
  return page.evaluate(
    `new Promise(resolve => { const from = performance.now(); (${String(does)})();
      requestAnimationFrame(() => { const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now() - from); channel.port2.postMessage(0) }) })`
  )
}

function row(cells: readonly (string | number)[]): void {
  console.log(
    cells.map((cell, at) => (at < 2 ? String(cell).padEnd(12) : String(cell).padStart(12))).join('')
  )
}

console.log(machine())
await withServer('earshot', async site => {
  const browser = await openBrowser()
  try {
    console.log('\nA first visit: bytes on the wire with headers and scripts, requests')
    row(['page', 'language', 'bytes', 'requests'])
    for (const [name, path] of Object.entries(pages)) {
      for (const language of languages) {
        const { bytes, requests } = await firstVisit(browser, site + path(language), false)
        row([name, language, bytes, requests])
      }
    }
    console.log(
      `\nAt ${slow.bitsPerSecond / 1000} kbit/s, ${slow.roundTripMs} ms, a processor ${slow.cpu} times slower: largest paint in ms (median of ${rounds}), layout shift`
    )
    row(['page', 'language', 'LCP', 'CLS'])
    for (const [name, path] of Object.entries(pages)) {
      for (const language of ['en', 'ar', 'zh'] as const) {
        const visits: Visit[] = []
        for (let round = 0; round < rounds; round += 1)
          visits.push(await firstVisit(browser, site + path(language), true))
        row([
          name,
          language,
          Math.round(median(visits.map(visit => visit.lcp))),
          Math.max(...visits.map(visit => visit.cls)).toFixed(3)
        ])
      }
    }
    console.log(
      '\nThe same, ms until the next frame: the slowest step between two questions, the slowest key in a box'
    )
    row(['', 'language', 'step', 'key'])
    for (const language of ['en', 'ar', 'zh'] as const) {
      const { step, key } = await steps(browser, site + addresses.questionnaire(language, slug, '13_15'))
      row(['', language, Math.round(step), Math.round(key)])
    }
  } finally {
    await browser.close()
  }
})
