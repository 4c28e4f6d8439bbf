/**
 * Writes tests/fixtures/yrbs-2019.json from the extract of the US Youth Risk Behavior Survey 2019 (CDC, public domain):
 * pupils who gave the same answers become one row, with how many they are, the sum of their weights, and the sum of the
 * squares.
 *
 *   npx tsx tests/oracles/yrbs.ts FOLDER     with yrbs2019_extract.csv in it
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

const columns = ['sex', 'bullied_school', 'bullied_electronic', 'sad', 'considered_suicide'] as const
const folder = process.argv[2]
if (folder === undefined) throw new Error('name the folder of yrbs2019_extract.csv')
const pupils = parse<Record<string, string>>(readFileSync(join(folder, 'yrbs2019_extract.csv')), {
  columns: true
})

const sums = new Map<string, [pupils: number, weights: number, squares: number]>()
for (const pupil of pupils) {
  // 1 and 2 are answers; everything else is none.
  const key = columns.map(column => (/^[12]$/.test(pupil[column] ?? '') ? pupil[column] : '-')).join('')
  const [count, weights, squares] = sums.get(key) ?? [0, 0, 0]
  const weight = Number(pupil['weight'])
  sums.set(key, [count + 1, weights + weight, squares + weight ** 2])
}
const rows = [...sums]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([answers, [count, weights, squares]]) => [answers, count, rounded(weights), rounded(squares)])
const fixture = {
  source:
    'Centers for Disease Control and Prevention, Youth Risk Behavior Survey 2019, national data; public domain. Pupils with the same answers added up by tests/oracles/yrbs.ts.',
  codes: '1 yes, 2 no (sex: 1 female, 2 male), - no answer',
  columns,
  rowColumns: ['answers', 'pupils', 'sum of weights', 'sum of squared weights']
}
const lines = rows.map(row => `    ${JSON.stringify(row)}`).join(',\n')
const text = JSON.stringify({ ...fixture, rows: [] }, null, 2).replace(
  '"rows": []',
  `"rows": [\n${lines}\n  ]`
)
writeFileSync(new URL('../fixtures/yrbs-2019.json', import.meta.url), `${text}\n`)
console.log(`${pupils.length} pupils in ${rows.length} rows`)

/** Weights have four decimals, their squares eight: what is beyond is the noise of adding. */
function rounded(sum: number): number {
  return Number(sum.toFixed(8))
}
