import { afterAll, describe, expect, it } from 'vitest'
import { palette } from '#analytics'
import type { Language } from '#locales'
import { openWorkshop } from '../../../server/workshop/index.ts'
import { figureWith } from '../../support/figures.ts'
import { pixelsOf, runsOf, type Pixels } from '../../support/pixels.ts'

const painter = openWorkshop()
afterAll(() => painter.close())

async function picture(...[bars, language, groups]: Parameters<typeof figureWith>): Promise<Pixels> {
  return pixelsOf((await painter.paint(figureWith(bars, language, groups), language)).png)
}

/** Left and right end of each bar of the first colour, from top to bottom. */
function barsIn(pixels: Pixels): { from: number; to: number }[] {
  const colour = palette[0].toLowerCase()
  const lines = Array.from({ length: pixels.height }, (_, y) => runsOf(pixels, y, colour)[0])
  const starts = lines.flatMap((run, y) => (run !== undefined && lines[y - 1] === undefined ? [y] : []))
  // Some lines below the upper edge, which is blended with the ground.
  return starts.map(y => lines[y + 10]!)
}

describe('a chart as a picture', () => {
  it('is a PNG with two pixels for each of its own, as wide as a document wants', async () => {
    const chart = await painter.paint(figureWith({ phone: 62, computer: 8 }, 'en'), 'en')
    expect(Buffer.from(chart.png).toString('latin1', 1, 4)).toBe('PNG')
    const pixels = await pixelsOf(chart.png)
    expect(chart.width).toBe(640)
    expect([pixels.width, pixels.height]).toEqual([2 * chart.width, 2 * chart.height])
  })

  it('is as high as it has answers', async () => {
    const [two, three] = await Promise.all([
      painter.paint(figureWith({ a: 1, b: 2 }, 'en'), 'en'),
      painter.paint(figureWith({ a: 1, b: 2, c: 3 }, 'en'), 'en')
    ])
    expect(three.height).toBeGreaterThan(two.height)
  })

  it('draws bars of the length of their shares, from one edge', async () => {
    const bars = barsIn(await picture({ a: 80, b: 40, c: null }, 'en'))
    expect(bars).toHaveLength(2)
    const [long, short] = bars.map(({ from, to }) => to - from)
    expect(long! / short!).toBeCloseTo(2, 1)
    expect(bars[1]!.from).toBe(bars[0]!.from)
  })

  it('begins at the right in Arabic, with its answers to the right of the bars', async () => {
    const pixels = await picture({ 'هاتفي الخاص': 80, 'شيء آخر': 40 }, 'ar')
    const [long, short] = barsIn(pixels)
    expect(short!.to).toBe(long!.to)
    expect(short!.from).toBeGreaterThan(long!.from)
    expect(inkIn(pixels, long!.to + 8, pixels.width)).toBe(true)
    const [english] = barsIn(await picture({ 'My own phone': 80 }, 'en'))
    expect(inkIn(await picture({ 'My own phone': 80 }, 'en'), 0, english!.from - 8)).toBe(true)
  })

  it.each<[Language, readonly [string, string]]>([
    ['en', ['phone', 'house']],
    ['ru', ['книга', 'город']],
    ['ar', ['كتاب', 'مدرس']],
    ['zh', ['手机', '电脑']]
  ])('writes letters and no boxes in %s', async (language, [one, other]) => {
    // Boxes of as many letters would be the same.
    const [first, second, same] = await Promise.all(
      [one, other, one].map(label => painter.paint(figureWith({ [label]: 50 }, language), language))
    )
    expect(Buffer.from(first!.png).equals(same!.png)).toBe(true)
    expect(Buffer.from(first!.png).equals(second!.png)).toBe(false)
  })

  it('draws nothing for the marks around a text that say where it runs', async () => {
    const marked = await painter.paint(figureWith({ '\u2068TikTok\u2069': 50 }, 'ar'), 'ar')
    const plain = await painter.paint(figureWith({ TikTok: 50 }, 'ar'), 'ar')
    expect(Buffer.from(marked.png).equals(plain.png)).toBe(true)
  })

  it.each<[Language, string]>([
    ['en', 'A computer or tablet that I share with other people in my family'],
    ['fr', 'Un ordinateur ou une tablette que je partage avec d’autres membres de ma famille'],
    ['es', 'Un ordenador o una tableta que comparto con otras personas de mi familia'],
    ['ru', 'Компьютер или планшет, которым я пользуюсь вместе с другими членами семьи'],
    ['zh', '与家人共用的电脑或者平板电脑（如 iPad），以及学校里可以借用的“各种设备”'],
    ['ar', 'حاسوب أو جهاز لوحي أتشاركه مع أفراد آخرين من أسرتي في البيت أو مع أصدقائي'],
    ['en', 'https://www.example.org/a/very/long/address/without/any/space/in/it']
  ])('cuts neither a long answer nor a long share at its sides, in %s', async (language, label) => {
    const pixels = await picture({ [label]: 99, b: 97 }, language)
    expect(inkIn(pixels, 0, 2)).toBe(false)
    expect(inkIn(pixels, pixels.width - 2, pixels.width)).toBe(false)
  })

  it('keeps its letters on white, dark enough to be read', async () => {
    const pixels = await picture({ phone: 62 }, 'en')
    expect(pixels.at(0, 0)).toBe('#ffffff')
    const [bar] = barsIn(pixels)
    expect(darkestIn(pixels, bar!.from - 8)).toMatch(/^#[012]/)
  })

  it('has a legend where there is more than one group, in their colours', async () => {
    const pixels = await picture({ a: 80, b: 40 }, 'ar', ['بنات', 'أولاد'])
    for (const colour of palette.slice(0, 2)) {
      expect(runsOf(pixels, 30, colour.toLowerCase()).length).toBeGreaterThan(0)
    }
    const [first, second] = palette.slice(0, 2).map(colour => runsOf(pixels, 30, colour.toLowerCase())[0]!)
    expect(first!.from).toBeGreaterThan(second!.from)
  })
})

/** Whether anything but white is drawn between two columns. */
function inkIn(pixels: Pixels, from: number, to: number): boolean {
  for (let x = from; x < to; x++)
    for (let y = 0; y < pixels.height; y++) if (pixels.at(x, y) !== '#ffffff') return true
  return false
}

function darkestIn(pixels: Pixels, columns: number): string {
  const letters = Array.from({ length: columns * pixels.height }, (_, point) =>
    pixels.at(point % columns, Math.floor(point / columns))
  )
  return letters.reduce((dark, each) => (each < dark ? each : dark))
}
