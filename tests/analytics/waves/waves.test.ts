import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  differenceOf,
  inTime,
  longRows,
  spreadOf,
  trendFindings,
  trendRows,
  trendsOf,
  type Comparability,
  type PrintedTable,
  type Wave
} from '#analytics'
import { languages } from '#locales'
import type { Questionnaire, SingleQuestion } from '#surveys'
import { asking, waveOf, words, yesNo } from './waves.ts'

const same = asking(yesNo('safe'))
const reworded = asking(yesNo('safe', { text: words('Do you feel safe?') }))
const half = [200, 200] as const

function said(comparable: boolean, saidOn = '2026-05-04'): Comparability {
  return { earlier: 'a', later: 'b', question: 'safe', comparable, saidOn }
}

function waves(later: Questionnaire, before = same): readonly Wave[] {
  return [waveOf('a', '2025-03-03', before, half), waveOf('b', '2026-03-02', later, half)]
}

describe('a question over two waves', () => {
  it.each<[string, Questionnaire, readonly Comparability[], string[]]>([
    ['asked as before', same, [], ['first', 'same']],
    ['reworded', reworded, [], ['first', 'break']],
    ['reworded, and a person said it can be compared', reworded, [said(true)], ['first', 'confirmed']],
    ['reworded, and a person took that back', reworded, [said(true), said(false)], ['first', 'break']],
    ['asked as before, and a person said it cannot be compared', same, [said(false)], ['first', 'break']],
    [
      'reworded, with a word on another question',
      reworded,
      [{ ...said(true), question: 'x' }],
      ['first', 'break']
    ],
    ['reworded, with a word on other waves', reworded, [{ ...said(true), earlier: 'x' }], ['first', 'break']]
  ])('%s', (_, later, words, kinds) => {
    const [trend] = trendsOf(waves(later), words)
    expect(trend?.points.map(({ link }) => link.kind)).toEqual(kinds)
  })

  it('that has another code is another question, whatever anybody says', () => {
    const options = [
      { code: 'yes', text: words('yes') },
      { code: 'never', text: words('no') }
    ]
    const recoded: SingleQuestion = { ...yesNo('safe'), options }
    const pair = [waves(same)[0]!, waveOf('b', '2026-03-02', asking(recoded, yesNo('other')), [200, 0])]
    expect(trendsOf(pair, [said(true)]).map(({ points }) => points.length)).toEqual([1, 1, 1])
  })

  it('asked again after a wave without it is compared with the last time it was asked', () => {
    const three = [
      waveOf('a', '2024-03-04', same, half),
      waveOf('x', '2025-03-03', asking(yesNo('other')), half),
      waveOf('b', '2026-03-02', reworded, half)
    ]
    const trend = trendsOf(three, [said(true)]).find(({ question }) => question.id === 'safe')
    expect(trend?.points.map(({ wave, link }) => [wave, link.kind])).toEqual([
      [0, 'first'],
      [2, 'confirmed']
    ])
  })

  it('is shown in the words in which it was asked last', () => {
    expect(trendsOf(waves(reworded), [])[0]?.question.text).toEqual(words('Do you feel safe?'))
  })

  it('is made of protected tables alone', () => {
    const [one, other] = waves(same)
    const tables = [...other!.release.tables].map(table => structuredClone(table) as PrintedTable)
    const copied = { ...other!, release: { ...other!.release, tables } } as unknown as Wave
    expect(() => trendsOf([one!, copied], [])).toThrow(/protected/)
  })
})

describe('what is said in words', () => {
  /** What is said in English of `yes` answers of so many in two waves. */
  function saidOf(first: readonly [number, number], second: readonly [number, number], later = same) {
    const pair = [waveOf('a', '2025-03-03', same, first), waveOf('b', '2026-03-02', later, second)]
    const [trend] = trendsOf(pair, [])
    return trendFindings(trend!, pair, 'en').map(({ text }) => text)
  }
  const named = 'consultation 1 (3 March 2025)'

  it.each<[string, readonly [number, number], readonly [number, number], RegExp]>([
    [
      '10 points on 200 and 200',
      [80, 120],
      [100, 100],
      /differed by 10 percentage points among respondents: 40 per cent/
    ],
    [
      '9 points',
      [82, 118],
      [100, 100],
      /no share that can be compared differed by 10 percentage points or more/
    ],
    // 40.25 and 49.75 per cent are 9.5 points apart and printed as 40 and 50.
    ['9.5 points, printed as 10', [161, 239], [199, 201], /differed by 10 percentage points/],
    // 40.75 and 50 per cent are printed as 41 and 50, and 59.25 and 50 as 59 and 50.
    ['9.25 points, printed as 9', [163, 237], [200, 200], /no share that can be compared/],
    [
      'bases of 199 and 200',
      [60, 139],
      [150, 50],
      /are not compared in words: that takes at least 200 answers in each/
    ],
    ['bases of 200 and 199', [60, 140], [150, 49], /are not compared in words/],
    ['bases of 200', [60, 140], [150, 50], /differed by 45 percentage points/]
  ])('%s', (_, first, second, text) => {
    const lines = saidOf(first, second)
    expect(lines[0]?.replaceAll('\u00a0', ' ')).toMatch(text)
    expect(lines.join(' ').replaceAll('\u00a0', ' ')).toContain(named.slice(-14, -1))
  })

  it('is nothing across a break', () => {
    expect(saidOf([60, 140], [150, 50], reworded)).toEqual([])
  })

  it('is nothing of background or sensitive questions', () => {
    for (const more of [{ sensitive: true }, { profile: 'disability' }] as const) {
      const form = asking(yesNo('safe', more))
      const pair = [waveOf('a', '2025-03-03', form, [60, 140]), waveOf('b', '2026-03-02', form, [150, 50])]
      expect(trendFindings(trendsOf(pair, [])[0]!, pair, 'en')).toEqual([])
    }
  })

  it('is the same numbers in six languages, and no cause and nothing but respondents', () => {
    const pair = [waveOf('a', '2025-03-03', same, [60, 140]), waveOf('b', '2026-03-02', same, [150, 50])]
    const [trend] = trendsOf(pair, [])
    for (const language of languages) {
      const [finding] = trendFindings(trend!, pair, language)
      expect(finding?.says).toEqual([
        { wave: 0, code: 'yes', percent: 30 },
        { wave: 1, code: 'yes', percent: 75 }
      ])
      for (const number of ['45', '30', '75']) expect(finding?.text).toContain(number)
    }
  })

  it('compares the last wave with the one before and with the first of an unbroken run', () => {
    const four = [
      waveOf('a', '2023-03-06', reworded, [20, 380]),
      waveOf('b', '2024-03-04', same, [120, 280]),
      waveOf('c', '2025-03-03', same, [160, 240]),
      waveOf('d', '2026-03-02', same, [200, 200])
    ]
    const [trend] = trendsOf(four, [])
    const pairs = trendFindings(trend!, four, 'en').flatMap(({ says }) =>
      says.length === 0 || says[0]!.code !== 'yes'
        ? []
        : [says.map(({ wave, percent }) => `${wave}: ${percent}`)]
    )
    expect(pairs).toEqual([
      ['2: 40', '3: 50'],
      ['1: 30', '3: 50']
    ])
  })
})

describe('a difference of two printed shares', () => {
  const share = (percent: number, base: number, status: '' | 'low' | 't' = '') => ({
    cell: { code: 'a', n: 50, percent, status },
    base: { n: base, status: '' } as const
  })

  it('is told from 10 points and bases of 200 on, and turns its sign with the order', () => {
    const percent = fc.integer({ min: 0, max: 100 })
    const base = fc.integer({ min: 50, max: 400 })
    fc.assert(
      fc.property(percent, percent, base, base, (one, other, first, second) => {
        const told = differenceOf(share(one, first), share(other, second))
        const may = first >= 200 && second >= 200 && Math.abs(one - other) >= 10
        expect(told).toBe(may ? other - one : null)
        const back = differenceOf(share(other, second), share(one, first))
        expect(back).toBe(told === null ? null : one - other)
      })
    )
  })

  it('is never told of a top-coded share or a flagged one', () => {
    expect(differenceOf(share(20, 300), share(98, 300, 't'))).toBeNull()
    expect(differenceOf(share(20, 300), share(60, 300, 'low'))).toBeNull()
  })
})

describe('waves', () => {
  it('stand in the order of time, and from left to right as far apart as they were', () => {
    const [a, b, c] = [
      waveOf('a', '2020-01-01', same, half),
      waveOf('b', '2022-01-01', same, half),
      waveOf('c', '2023-01-01', same, half)
    ]
    expect(inTime([c!, a!, b!]).map(({ hash }) => hash)).toEqual(['a', 'b', 'c'])
    const [first, second, third] = spreadOf([a!, b!, c!])
    expect([first, third?.toFixed(6)]).toEqual([0, '1.000000'])
    expect(second).toBeCloseTo(731 / 1096, 3)
  })

  it('give rows that are those of their releases, number by number', () => {
    const pair = waves(reworded)
    const rows = [...trendRows(pair, [], 'fr')]
    const own = pair.map(({ release }) =>
      [...longRows(release, 'fr')].filter(row => row.question_id === 'safe')
    )
    const links = ['first', 'break'].flatMap((kind, at) => (own[at] ?? []).map(() => kind))
    expect(rows).toEqual(own.flat().map((row, at) => ({ ...row, comparison: links[at] })))
  })
})
