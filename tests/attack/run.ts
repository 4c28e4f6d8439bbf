/**
 * Attacks our own database as somebody would who holds all of it, with PostgreSQL's own programs: `npm run attack:linkage`, or
 * `npm run attack:linkage -- 5` for so many runs of each consultation. What is done and what it means: docs/threat-model.md.
 */
import { join } from 'node:path'
import { openDatabase } from '../../server/database/client.ts'
import type { Logging } from '../../server/log-lines.ts'
import { findInstalled, startCluster, type Cluster } from '../support/cluster.ts'
import { makeFolder } from '../support/folder.ts'
import { openHouseOn, type House } from '../support/house.ts'
import { command } from '../support/postgres.ts'
import { linkedBy } from './attackers.ts'
import { bestByChance, mostByChance, rarely } from './chance.ts'
import { holdNaive } from './naive.ts'
import { plans } from './plans.ts'
import { hold, type Plan } from './school.ts'
import { toolsOf, type Tools } from './tools.ts'

const runs = Number(process.argv[2] ?? 3)
const ways = ['token', 'card'] as const
const needed = ['initdb', 'pg_ctl', 'postgres', 'pg_waldump', 'pg_basebackup']
let log = ''
let held = 0
let isBroken = false

/** Several runs of a consultation: what each idea guessed right in all of them, and what luck alone would. */
async function attack(house: House, plan: Omit<Plan, 'slug'>, tools: Tools | undefined): Promise<void> {
  const total = new Map<string, number>()
  const probabilities: number[] = []
  const tied = [0, 0]
  for (let run = 0; run < runs; run += 1) {
    held += 1
    const seen = await hold(house, () => log, { ...plan, slug: `attacked-${held}` }, tools)
    probabilities.push(...bestByChance(seen.evidence))
    for (const [idea, right] of linkedBy(seen.evidence, seen.truth))
      total.set(idea, (total.get(idea) ?? 0) + right)
    for (const [at, count] of seen.tied.entries()) tied[at]! += count
  }
  // Every idea is tried on every consultation, so each may be lucky more seldom.
  const most = mostByChance(probabilities, rarely / (total.size * plans.length * ways.length))
  const expected = probabilities.reduce((sum, each) => sum + each, 0)
  const [best, right] = [...total].toSorted(([, a], [, b]) => b - a)[0]!
  const pours = [...plan.then.values()].filter(each => each !== 'night').length + 1
  console.log(
    `${runs} × ${plan.children} answers, ${plan.languages.length} language(s), ${pours} pour(s), by ${plan.way}: ` +
      `best ${right} (${best}); by chance ${expected.toFixed(1)}, at most ${most}; ` +
      `tied to their sealed row before the first night: ${tied[0]} of ${tied[1]}`
  )
  if (right <= most) return
  isBroken = true
  console.log('  LINKED:', Object.fromEntries([...total].filter(([, each]) => each > most)))
}

async function attackAll(house: House, tools: Tools | undefined): Promise<void> {
  const { evidence, truth } = await holdNaive(house.database.pool, 200, tools)
  console.log('Control, a naive schema of 200 answers; right guesses of each idea:')
  for (const [idea, right] of linkedBy(evidence, truth)) console.log(`  ${idea}: ${right}`)
  for (const way of ways) for (const plan of plans) await attack(house, { ...plan, way }, tools)
  console.log(`The server wrote ${log.length} bytes of log.`)
}

const programs = await findInstalled(needed)
const folder = await makeFolder()
let cluster: Cluster | undefined
try {
  if (programs === undefined)
    console.log(
      `On the embedded database, without pg_waldump and pg_basebackup: no folder has ${needed.join(', ')}.`
    )
  else {
    const settings = ['max_wal_size=4GB', 'wal_keep_size=4GB', 'checkpoint_timeout=1h']
    cluster = await startCluster(programs, folder.path, settings)
    await command(cluster.url('postgres'), 'create database attacked')
    console.log(`On PostgreSQL from ${programs}, with pg_waldump and pg_basebackup.`)
  }
  const keyFolder = join(folder.path, 'keys')
  const database = await openDatabase({
    databaseUrl: cluster?.url('attacked'),
    dataFolder: { path: join(folder.path, 'data'), explicit: true },
    keyFolder,
    say: line => console.log(line)
  })
  const logger: Logging = { level: 'trace', stream: { write: line => void (log += line) } }
  const house = await openHouseOn({ database, url: database.url, drop: database.close }, keyFolder, {
    logger
  })
  await attackAll(house, cluster && toolsOf(cluster, folder.path)).finally(house.close)
} finally {
  await cluster?.stop()
  await folder.remove()
}
process.exitCode = isBroken ? 1 : 0
