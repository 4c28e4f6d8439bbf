import type { BrowserContextOptions, Page } from 'playwright-core'
import { violations, type Rules } from './axe.ts'
import { measure, openAndShorten, type Measurement } from './measure-page.ts'

/** A window of 1280 x 1024 px at 400 %, which is also a phone 320 px wide: the same lines in the same boxes. */
export const smallWindow: BrowserContextOptions = { viewport: { width: 320, height: 256 } }

/** One way of looking at a page, and what is measured then. */
export type Look = {
  readonly name: string
  readonly media?: NonNullable<Parameters<Page['emulateMedia']>[0]>
  readonly width?: number
  /** What the reader's own style sheet says. */
  readonly style?: string
  /** The rules of axe that are applied; none unless told. */
  readonly axe?: Rules | undefined
  readonly measurements: readonly Measurement[]
}

export const phone: Look = {
  name: '320 px',
  axe: 'all',
  measurements: [
    'pastTheSides',
    'cutTexts',
    'outOfOrder',
    'smallTargets',
    'faintTexts',
    'faintControls',
    'unseenFocus'
  ]
}
export const dark: Look = {
  name: 'dark',
  media: { colorScheme: 'dark' },
  measurements: ['faintTexts', 'faintControls', 'unseenFocus']
}
/** Axe is slow at colours, and they are the same in every language: it looks at the dark in one only. */
export const darkByAxe: Look = { ...dark, axe: 'colours' }
export const forcedColours: Look = {
  name: 'forced colours',
  media: { forcedColors: 'active' },
  measurements: ['lostControls', 'faintControls', 'unseenFocus']
}
export const lessMotion: Look = {
  name: 'less motion',
  media: { reducedMotion: 'reduce' },
  measurements: ['moving']
}
export const paper: Look = { name: 'on paper', media: { media: 'print' }, measurements: ['misprinted'] }
/** WCAG 2.2, 1.4.12, to the letter. */
export const wideSpaces: Look = {
  name: 'wide spaces',
  style: `* {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
  }
  p { margin-block-end: 2em !important; }`,
  measurements: ['pastTheSides', 'cutTexts']
}
/** Only the letters grow: the window is half of 1280 px wide, as if it had been enlarged as well. */
export const largeLetters: Look = {
  name: 'letters twice as large',
  width: 640,
  style: 'html { font-size: 225% !important; } html.easy { font-size: 250% !important; }',
  measurements: ['pastTheSides', 'cutTexts']
}
export const wideWindow: Look = {
  name: '1440 px',
  width: 1440,
  measurements: ['pastTheSides', 'cutTexts', 'smallTargets']
}

/** What does not hold on the page that is open, however it is looked at: each in words, none where all is well. */
export async function findings(page: Page, looks: readonly Look[]): Promise<string[]> {
  const found = new Set<string>()
  const note = (look: Look, each: readonly string[]) => each.forEach(one => found.add(`${look.name}: ${one}`))
  // The whole page first, as wide as its longest row.
  note(phone, await seen(page, { ...phone, axe: undefined, measurements: ['pastTheSides', 'cutTexts'] }))
  await openAndShorten(page)
  // After a key, browsers draw the line around what has the focus; the link to the content goes out of the way again.
  await page.keyboard.press('Tab')
  await page.evaluate(() => document.querySelector<HTMLElement>(':focus')?.blur())
  for (const look of looks) note(look, await seen(page, look))
  return [...found]
}

const usual = {
  media: 'screen',
  colorScheme: 'light',
  forcedColors: 'none',
  reducedMotion: 'no-preference'
} as const

async function seen(page: Page, look: Look): Promise<string[]> {
  await page.emulateMedia({ ...usual, ...look.media })
  const width = look.width ?? 320
  if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: 256 })
  const measured = await measure(page, look.measurements, look.style)
  if (look.axe === undefined) return measured
  return [...measured, ...(await violations(page, look.axe))]
}
