import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Language } from '#locales'
import { openBrowser } from '../../support/browser.ts'
import {
  serveExamples,
  servedPages,
  withoutScript,
  type ExampleServer
} from '../../support/example-server.ts'
import { answerInHaste, openAfresh } from '../../support/haste.ts'
import { pixelsOf, runsOf } from '../../support/pixels.ts'
import { edgesOf, openAndShorten, type Edges, type Span } from '../../support/measure-page.ts'
import { openTabs, type Tabs } from '../../support/tabs.ts'
import { takeUp } from '../../support/take-up.ts'

let server: ExampleServer
let browser: Browser
let tabs: Tabs

beforeAll(async () => {
  ;[server, browser] = await Promise.all([serveExamples(), openBrowser()])
  tabs = await openTabs(browser, { viewport: { width: 360, height: 740 } })
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

const inEnglish = servedPages.filter(({ language }) => language === 'en')
const inArabic = (name: string) => servedPages.find(each => each.language === 'ar' && each.name === name)!

describe.concurrent('a page in Arabic is its English one in a mirror', () => {
  it.each(inEnglish)('$name', async ({ name, path }) => {
    const found = await tabs.use(async tab => {
      const english = await edgesAt(tab, path)
      return unlike(english, await edgesAt(tab, inArabic(name).path))
    })
    expect(found).toEqual([])
  })
})

describe('the questions in Arabic, one at a time', () => {
  it('are their English ones in a mirror, answered in haste', async () => {
    const [english, arabic] = await Promise.all(
      (['en', 'ar'] as const).map(language => tabs.use(tab => stepsOf(tab, language)))
    )
    expect(english!.length).toBeGreaterThan(10)
    expect(english!.flatMap((step, index) => unlike(step, arabic![index]!))).toEqual([])
  })
})

async function stepsOf(tab: Page, language: Language): Promise<readonly (readonly Edges[])[]> {
  const { path } = servedPages.find(each => each.language === language && each.name === 'questionnaire')!
  const steps: Edges[][] = []
  await openAfresh(tab, server.url + path)
  await answerInHaste(tab, async () => {
    steps.push(await edgesOf(tab))
  })
  return steps
}

describe('the arrow of a row that leads on', () => {
  it.each([
    ['landing', 'a.option'],
    ['home', 'a.card']
  ])('points to the left in Arabic, at the left end of the row: %s', async (name, row) => {
    const [english, arabic] = await Promise.all(
      (['en', 'ar'] as const).map(language => tabs.use(tab => arrowOf(tab, language, name, row)))
    )
    expect(english!.top).toBeGreaterThan(english!.middle)
    for (const part of ['top', 'middle', 'bottom'] as const) {
      expect(Math.abs(english![part] - arabic![part])).toBeLessThanOrEqual(rounding)
    }
  })
})

/** How far three lines of an arrow are from the end of its row. */
async function arrowOf(tab: Page, language: Language, name: string, row: string) {
  const { path } = servedPages.find(each => each.language === language && each.name === name)!
  await takeUp(tab, server.url + withoutScript(path))
  const pixels = await pixelsOf(await tab.locator(row).first().screenshot())
  const fromEnd = (x: number) => (language === 'ar' ? x : pixels.width - 1 - x)
  const lines = Array.from({ length: pixels.height }, (_, y) =>
    runsOf(pixels, y, '#0e5160').map(({ from, to }) => fromEnd((from + to - 1) / 2))
  ).filter(runs => runs.some(distance => distance < 48))
  const meanOf = (line: readonly number[] = []) => line.reduce((sum, each) => sum + each, 0) / line.length
  return {
    top: meanOf(lines[0]),
    middle: meanOf(lines[Math.floor(lines.length / 2)]),
    bottom: meanOf(lines.at(-1))
  }
}

async function edgesAt(tab: Page, path: string): Promise<readonly Edges[]> {
  await takeUp(tab, server.url + withoutScript(path))
  await openAndShorten(tab)
  return edgesOf(tab)
}

/** What does not stand where its counterpart stands. */
function unlike(english: readonly Edges[], arabic: readonly Edges[]): string[] {
  if (english.length !== arabic.length) return [`${english.length} boxes, and ${arabic.length} in Arabic`]
  return english.flatMap((each, index) => {
    const other = arabic[index]!
    if (each.otherWay || other.otherWay) return []
    const box = agree(each.box, other.box) ? [] : [`${each.name}: ${said(each.box)}, ${said(other.box)}`]
    const text = begin(each, other) ? [] : [`text of ${each.name}: ${said(each.text)}, ${said(other.text)}`]
    return [...box, ...text]
  })
}

const rounding = 2
const near = (one: number, other: number) => Math.abs(one - other) <= rounding
const middle = ({ from, to }: Span) => (from + to) / 2

/** Words differ in length: of a box one edge, or its middle, must be where the other's is. */
function agree(one: Span, other: Span): boolean {
  return near(one.from, other.from) || near(one.to, other.to) || near(middle(one), middle(other))
}

/** A text begins at the same distance, or stands in the middle of its box. */
function begin(one: Edges, other: Edges): boolean {
  if (one.text === null || other.text === null || near(one.text.from, other.text.from)) return true
  return [one, other].every(({ box, text }) => text !== null && near(middle(box), middle(text)))
}

const said = (span: Span | null) =>
  span === null ? 'nowhere' : `from ${Math.round(span.from)} to ${Math.round(span.to)}`
