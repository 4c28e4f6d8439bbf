import { describe, expect, it } from 'vitest'
import {
  compositionTables,
  printedCount,
  reportOf,
  weightedCells,
  weightingOf,
  type AnnexBlock,
  type Target
} from '#analytics'
import { formatPercent } from '#locales'
import { madeRelease } from '../../support/made-release.ts'
import { people, questionnaire } from '../composition/people.ts'

const hash = 'a'.repeat(64)
const answers = [
  ...people(240, { gender: 'female', age_band: '13_15', agrees: 'yes' }),
  ...people(150, { gender: 'male', age_band: '16_17', agrees: 'no' }),
  ...people(40, { gender: 'male', age_band: '16_17', agrees: 'yes' })
]
const numbers = [
  { code: 'female', number: 490_000 },
  { code: 'male', number: 510_000 }
]
const source = 'National Statistical Office, census'
const target: Target = {
  margins: [{ dimension: 'gender', source, date: '2025-07-01', numbers }],
  weighBy: ['gender']
}
const release = madeRelease({ questionnaire, breakdowns: ['sex'], answers, target })

const tablesIn = (blocks: readonly AnnexBlock[] = []) =>
  blocks.flatMap(block => (block.kind === 'table' ? [block.table] : []))

const language = 'en'

describe('the document of a release with a target', () => {
  const { annexes } = reportOf({ release, hash, language })

  it('says who took part before any table of results, with the numbers of the page', () => {
    const shown = compositionTables(release, language)
    const tables = tablesIn(annexes[0]?.blocks)
    expect(tables.map(({ caption }) => caption)).toEqual(shown.map(({ name }) => name))
    const gender = shown.findIndex(({ compared }) => compared)
    expect(tables[gender]?.lines.join()).toContain(source)
    expect(tables[gender]?.rows.map(row => row.cells[0])).toEqual([
      ...(shown[gender]?.rows.map(({ n }) => n.mark ?? n.text) ?? []),
      shown[gender]?.base.text
    ])
  })

  it('sets weighted shares beside the others, never in their place', () => {
    const weighting = weightingOf(release)
    if (weighting.outcome !== 'weighted') throw new Error(weighting.outcome)
    const cells = weightedCells(weighting, release, 'agrees') ?? []
    const table = tablesIn(annexes[1]?.blocks).find(({ head }) => head.length === 4)
    expect(table?.rows.map(row => row.cells[2])).toEqual(
      cells.map(({ percent }) => formatPercent(percent ?? -1, language))
    )
    expect(table?.rows.map(row => row.cells[0])).toEqual(
      [280, 150].map(n => printedCount({ n, status: '' }, language).text)
    )
  })
})
