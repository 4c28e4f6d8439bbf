import { randomBytes } from 'node:crypto'
import { autocannonOf, withServer, type Measured } from './load.ts'
import { median } from './machine.ts'
import {
  demonstrationAddress,
  demonstrationForm,
  resultsAddress,
  tableAddress,
  type ServerKind
} from './servers.ts'

const rounds = 5

/** Requests a second of the questionnaire page, beside a bare route that sends the same bytes. */
export async function benchmarkPage(): Promise<void> {
  const load = { path: demonstrationAddress('16_17'), headers: { 'accept-encoding': 'br' } }
  const [bare, ours] = await alternate([
    () => withServer('bare-page', url => autocannonOf({ ...load, url })),
    () => withServer('earshot', url => autocannonOf({ ...load, url }))
  ])
  print('questionnaire page, bare route with the same bytes', bare)
  print('questionnaire page', ours, bare)
}

/** Requests a second of the page of results out of a stored release, beside a bare route that sends the same bytes. */
export const benchmarkResults = () => benchmarkStored('results page', 'bare-results', resultsAddress)

/** The same for one table of the API. */
export const benchmarkApi = () => benchmarkStored('table of the API', 'bare-api', tableAddress)

async function benchmarkStored(name: string, floor: ServerKind, path: string): Promise<void> {
  const load = { path, headers: { 'accept-encoding': 'br' } }
  const [bare, ours] = await alternate([
    () => withServer(floor, url => autocannonOf({ ...load, url })),
    () =>
      withServer('earshot', async url => {
        // Made and compressed once, at the first request.
        await (await fetch(url + path)).arrayBuffer()
        return autocannonOf({ ...load, url })
      })
  ])
  print(`${name}, bare route with the same bytes`, bare)
  print(name, ours, bare)
}

const sending = {
  path: demonstrationAddress(),
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: () => demonstrationForm(randomBytes(16).toString('hex')),
  connections: 64
} as const

/** Answers a second, sealed and durable, beside a route that only parses and one that makes one bare INSERT a request. */
export async function benchmarkSubmissions(): Promise<void> {
  const [parse, insert, ours] = await alternate(
    (['bare-parse', 'bare-insert', 'earshot'] as const).map(
      kind => () => withServer(kind, url => autocannonOf({ ...sending, url }))
    )
  )
  print('form, bare route that parses it', parse)
  print('form, bare route with one INSERT', insert)
  print('submission, from form to commit, of the INSERT', ours, insert)
  print('submission, from form to commit, of the parsing', ours, parse)
}

const parts = 8
const submissionsOfAPart = 25_000

/** What a server has resident while it takes in two hundred thousand answers. */
export async function benchmarkIntakeMemory(): Promise<void> {
  await withServer('earshot', async (url, ask) => {
    for (let part = 1; part <= parts; part += 1) {
      const { failed, p99 } = await autocannonOf({ ...sending, url, amount: submissionsOfAPart })
      const megabytes = Math.round((await ask('memory')) / 1e6)
      console.log(
        `  after ${part * submissionsOfAPart} submissions: ${megabytes} MB resident, 99 % within ${p99} ms${failed > 0 ? `, ${failed} FAILED` : ''}`
      )
    }
  })
}

/** Each measurement in turn, several times over: other work on the machine then falls on all of them alike. */
async function alternate(measurements: readonly (() => Promise<Measured>)[]): Promise<Measured[][]> {
  const results = measurements.map((): Measured[] => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, measure] of measurements.entries()) results[index]?.push(await measure())
  }
  return results
}

function print(name: string, measured: readonly Measured[] = [], floor: readonly Measured[] = []): void {
  const rate = median(measured.map(each => each.perSecond))
  const share =
    floor.length === 0
      ? ''
      : `, ${Math.round((100 * rate) / median(floor.map(each => each.perSecond)))} % of the floor`
  const failed = measured.reduce((sum, each) => sum + each.failed, 0)
  const p99 = median(measured.map(each => each.p99))
  console.log(
    `  ${name}: ${Math.round(rate)} requests/s, 99 % within ${p99} ms${share}${failed > 0 ? `, ${failed} FAILED` : ''}`
  )
}
