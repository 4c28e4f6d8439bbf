/**
 * The measured process of the release benchmark: a process of its own, so that its memory is that of a release alone.
 * Takes the address of the database from the environment and the id of the version as its argument; prints JSON.
 */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { defaultPolicy, plannedTables, protect, tabulate } from '#analytics'
import { codebookOf } from '#surveys'
import { collectResponses } from '../../server/releases/collect.ts'
import { prfOf } from '../../server/releases/noise-key.ts'
import { breakdowns, questionnaire } from './release-questionnaire.ts'

const [versionId = ''] = process.argv.slice(2)
const client = new pg.Client()
await client.connect()
await client.query('SELECT 1')
const codebook = codebookOf(questionnaire)
const plan = plannedTables(questionnaire, breakdowns)
const idle = process.memoryUsage.rss()

const start = performance.now()
const responses = await collectResponses(client, versionId, codebook)
const collected = performance.now()
const { tables, population } = tabulate({ codebook, responses, breakdowns, plan })
const tabulated = performance.now()
const tabulatedPeak = peak()
const prf = prfOf(randomBytes(32), versionId)
const printed = protect({ tables, population, earlier: [], questionnaire, policy: defaultPolicy, prf })
const done = performance.now()
await client.end()

console.log(
  JSON.stringify({
    responses: responses.count,
    tables: printed.length,
    collectSeconds: (collected - start) / 1000,
    tabulateSeconds: (tabulated - collected) / 1000,
    protectSeconds: (done - tabulated) / 1000,
    idleMegabytes: idle / 2 ** 20,
    tabulatedPeakMegabytes: tabulatedPeak / 2 ** 20,
    peakMegabytes: peak() / 2 ** 20
  })
)

/** Most memory this process has had resident so far, in bytes. */
function peak(): number {
  return process.resourceUsage().maxRSS * 1024
}
