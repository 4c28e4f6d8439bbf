/**
 * Runs the cell-key vector that the Office for National Statistics publishes, under its own key rule, through our
 * noise lookup: `node --import tsx tests/oracles/cellkey.ts FOLDER`. A cell's key is the sum of the record keys of
 * its own members, modulo 256; its row is its count, going round in 501 to 750 above 750; counts below 10 are hidden.
 *
 * @see ONSdigital/cell-key-perturbation-R (MIT): ons_micro.csv, ons_ptable_10_5.csv and the perturbed table
 */
import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { noiseAt, type PerturbationTable } from '../../analytics/disclosure/perturbation.ts'

type Row = Readonly<Record<string, string>>
const keys = 256
const variables = ['var1', 'var5', 'var8']

const folder = process.argv[2]
if (folder === undefined) throw new RangeError('which folder holds the vector?')
const read = (name: string): readonly Row[] => parse(readFileSync(join(folder, name)), { columns: true })

const table = tableOf(read('ons_ptable_10_5.csv'))
const cells = cellsOf(read('ons_micro.csv'))
const expected = read('ons_perturbed_table_var1_var5_var8.csv')
const wrong = expected.filter(row => {
  const cell = cells.get(nameOf(row)) ?? { count: 0, key: 0 }
  const noisy = cell.count + noiseAt(table, cell.count, cell.key / keys)
  const printed = noisy < 10 ? '' : `${noisy}`
  return `${cell.count}` !== row['pre_sdc_count'] || `${cell.key}` !== row['ckey'] || printed !== row['count']
})
console.log(`${expected.length - wrong.length} of ${expected.length} cells as published`)
if (wrong.length > 0 || expected.length === 0) process.exitCode = 1

/** One row a count, one value a key, all of the same probability. */
function tableOf(published: readonly Row[]): PerturbationTable {
  const upTo = Array.from({ length: keys }, (_, key) => (key + 1) / keys)
  const rows = [{ noise: [0], upTo: [1] }]
  const noises: number[][] = []
  for (const row of published) {
    const noise = (noises[Number(row['pcv'])] ??= [])
    noise[Number(row['ckey'])] = Number(row['pvalue'])
  }
  noises.forEach((noise, count) => (rows[count] = { noise, upTo }))
  return { rows, cycle: 250 }
}

function cellsOf(people: readonly Row[]): ReadonlyMap<string, { count: number; key: number }> {
  const found = new Map<string, { count: number; key: number }>()
  for (const person of people) {
    const cell = found.get(nameOf(person)) ?? { count: 0, key: 0 }
    const key = (cell.key + Number(person['record_key'])) % keys
    found.set(nameOf(person), { count: cell.count + 1, key })
  }
  return found
}

function nameOf(row: Row): string {
  return variables.map(variable => row[variable]).join()
}
