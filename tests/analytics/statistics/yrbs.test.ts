import { describe, expect, it } from 'vitest'
import { kishEffect } from '../../../analytics/statistics/kish-effect.ts'
import { weightedShare } from '../../../analytics/statistics/weighted-share.ts'
import yrbs from '../../fixtures/yrbs-2019.json' with { type: 'json' }

type Row = {
  readonly answers: string
  readonly pupils: number
  readonly weights: number
  readonly squares: number
}

const rows: readonly Row[] = yrbs.rows.map(([answers, pupils, weights, squares]) => ({
  answers: String(answers),
  pupils: Number(pupils),
  weights: Number(weights),
  squares: Number(squares)
}))

/** Who answered an item, all of them or those of one sex. */
function answering(item: string, sex: string): readonly Row[] {
  const at = yrbs.columns.indexOf(item)
  return rows.filter(({ answers }) => answers.charAt(at) !== '-' && (sex === '' || answers.startsWith(sex)))
}

/**
 * The Youth Risk Behavior Survey 2019: per cent of pupils, those who answered, and the effective number by R's survey
 * package; the last column as the CDC published it.
 *
 * @see Underwood et al. (2020), Overview and Methods for the YRBSS, 2019, MMWR Supplements 69(1):1–10, and the tables
 *   of "Youth Risk Behavior Surveillance, United States, 2019"
 */
const published: readonly (readonly [
  item: string,
  sex: string,
  answered: number,
  percent: number,
  effective: number,
  printed: number
])[] = [
  ['bullied_school', '', 13_447, 19.519055, 7497.9732, 19.5],
  ['bullied_school', '1', 6803, 23.599095, 3829.2949, 23.6],
  ['bullied_school', '2', 6523, 15.357051, 3613.9222, 15.4],
  ['bullied_electronic', '', 13_485, 15.710341, 7510.3061, 15.7],
  ['bullied_electronic', '1', 6819, 20.38983, 3830.5314, 20.4],
  ['bullied_electronic', '2', 6545, 10.915567, 3625.9033, 10.9],
  ['sad', '', 13_421, 36.711461, 7487.7074, 36.7],
  ['sad', '1', 6788, 46.647096, 3819.9246, 46.6],
  ['sad', '2', 6507, 26.789764, 3612.6274, 26.8],
  ['considered_suicide', '', 13_437, 18.752246, 7478.6544, 18.8],
  ['considered_suicide', '1', 6789, 24.087636, 3811.7407, 24.1],
  ['considered_suicide', '2', 6524, 13.313922, 3613.3363, 13.3]
]

describe('the weighted percentages of the Youth Risk Behavior Survey 2019', () => {
  it.each(published)('%s, sex “%s”', (item, sex, answered, percent, _, printed) => {
    const at = yrbs.columns.indexOf(item)
    const there = answering(item, sex)
    expect(there.reduce((sum, { pupils }) => sum + pupils, 0)).toBe(answered)
    // Pupils of one row have different weights; only their mean weight matters to a share.
    const share = weightedShare(
      there.map(({ answers, pupils, weights }) => ({
        weight: weights / pupils,
        chosen: answers.charAt(at) === '1' ? pupils : 0,
        answered: pupils
      }))
    )
    expect(Math.abs(100 * share - percent)).toBeLessThan(1e-4)
    expect((100 * share).toFixed(1)).toBe(printed.toFixed(1))
  })

  it.each(published)('%s, sex “%s”, effective number', (item, sex, answered, _percent, effective) => {
    const there = answering(item, sex)
    // Two weights, of half the pupils each, with the sum and the sum of squares of each row.
    const weights = there.flatMap(({ pupils, weights: sum, squares }) => {
      const mean = sum / pupils
      const spread = Math.sqrt(Math.max(0, squares / pupils - mean ** 2))
      return [mean - spread, mean + spread]
    })
    const persons = there.flatMap(({ pupils }) => [pupils / 2, pupils / 2])
    expect(answered / kishEffect(persons, weights)).toBeCloseTo(effective, 3)
  })
})
