/**
 * Runs the benchmarks, or those that are named: `npm run bench`, `npm run bench -- release`.
 * They print figures and never judge them: a floor measured in the same run stands beside each.
 */
import { benchmarkAudit } from './audit.ts'
import { benchmarkListeners } from './listeners.ts'
import { benchmarkLive } from './live.ts'
import { machine } from './machine.ts'
import { benchmarkRelease } from './release.ts'
import { benchmarkReport } from './report.ts'
import {
  benchmarkApi,
  benchmarkResults,
  benchmarkIntakeMemory,
  benchmarkPage,
  benchmarkSubmissions
} from './serving.ts'
import { benchmarkTokens } from './tokens.ts'

const benchmarks: Readonly<Record<string, () => Promise<void>>> = {
  page: benchmarkPage,
  results: benchmarkResults,
  api: benchmarkApi,
  submissions: benchmarkSubmissions,
  intakeMemory: benchmarkIntakeMemory,
  release: benchmarkRelease,
  audit: benchmarkAudit,
  live: benchmarkLive,
  listeners: benchmarkListeners,
  report: benchmarkReport,
  tokens: benchmarkTokens
}

const named = process.argv.slice(2)
const unknown = named.filter(name => !(name in benchmarks))
if (unknown.length > 0) {
  console.error(
    `No benchmark is called ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}.`
  )
  process.exit(2)
}
console.log(machine())
for (const [name, benchmark] of Object.entries(benchmarks)) {
  if (named.length > 0 && !named.includes(name)) continue
  console.log(`\n${name}`)
  await benchmark()
}
