/**
 * Compares a release with the true counts behind it: `node --import tsx tests/oracles/release.ts RELEASE.json FOLDER`,
 * where RELEASE.json was written by `earshot export --format json` and FOLDER holds `expected.json`. Prints what it
 * found; exits 1 when a promise is broken.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PrintedColumn, Release } from '#analytics'

type Counts = { base: number; dk: number; pns: number; skipped: number; counts: Record<string, number> }
type Expected = {
  responses: number
  questions: Record<string, Record<string, Counts | Record<string, Counts>>>
}

const [releaseFile = '', folder = ''] = process.argv.slice(2)
const release: Release = JSON.parse(await readFile(releaseFile, 'utf8'))
const expected: Expected = JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8'))
const broken: string[] = []
let compared = 0
let printed = 0
let furthest = 0

function promise(kept: boolean, what: string): void {
  if (!kept) broken.push(what)
}

function near(place: string, n: number | null, truth: number): void {
  compared += 1
  if (n === null) return
  printed += 1
  furthest = Math.max(furthest, Math.abs(n - truth))
  promise(n >= 10, `${place}: ${n} is printed below 10`)
  promise(Math.abs(n - truth) <= 5, `${place}: ${n} is further than 5 from ${truth}`)
}

function compare(place: string, column: PrintedColumn, truth: Counts): void {
  near(`${place} base`, column.base.n, truth.base)
  for (const { code, n, percent } of column.cells) {
    near(`${place} ${code}`, n, truth.counts[code] ?? 0)
    promise(
      percent === null || (column.base.n ?? 0) >= 50,
      `${place} ${code}: a percentage on a base below 50`
    )
    promise(percent === null || percent <= 100, `${place} ${code}: ${percent} per cent`)
  }
  for (const { state, n } of column.states) {
    if (state !== 'not_shown') near(`${place} ${state}`, n, truth[state])
  }
}

for (const { question, by, columns } of release.tables) {
  const truth = expected.questions[question]
  const [breakdown] = by
  if (truth === undefined || by.length > 1) continue
  for (const column of columns) {
    const value = column.values[0] === 'not_given' ? '(none)' : column.values[0]
    const place = [question, ...by, ...column.values].join(' ')
    const group =
      breakdown === undefined
        ? truth['all']
        : (truth[breakdown] as Record<string, Counts> | undefined)?.[value ?? '']
    if (group !== undefined) compare(place, column, group as Counts)
  }
}
const shown = new Set(
  release.tables.flatMap(table =>
    table.columns
      .filter(column => column.size.n !== null)
      .map(column => `${table.by.join('*')} ${column.values.join('*')}`)
  )
)
const hidden = new Set(
  release.tables.flatMap(table =>
    table.columns
      .filter(column => column.size.n === null)
      .map(column => `${table.by.join('*')} ${column.values.join('*')}`)
  )
)
console.log(
  `${compared} numbers compared, ${printed} of them printed, the furthest ${furthest} from the truth`
)
console.log(`groups published: ${[...shown].join(', ')}`)
console.log(`groups hidden or withheld: ${[...hidden].filter(name => !shown.has(name)).join(', ')}`)
promise(
  release.responses === expected.responses,
  `${release.responses} responses instead of ${expected.responses}`
)
for (const line of broken.slice(0, 50)) console.error(line)
console.log(broken.length === 0 ? 'every promise is kept' : `${broken.length} promises are broken`)
process.exit(broken.length === 0 ? 0 : 1)
