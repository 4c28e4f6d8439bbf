import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import Type from 'typebox'
import Value from 'typebox/value'
import { openDatabase, type Database } from '../../server/database/client.ts'
import { makeFolder } from '../support/folder.ts'
import { command, databaseUrl } from '../support/postgres.ts'
import { median } from './machine.ts'
import { storeResponses } from './release-responses.ts'

const responses = 1_000_000
const rounds = 3
const run = promisify(execFile)

const Measured = Type.Object({
  responses: Type.Integer(),
  tables: Type.Integer(),
  collectSeconds: Type.Number(),
  tabulateSeconds: Type.Number(),
  protectSeconds: Type.Number(),
  idleMegabytes: Type.Number(),
  tabulatedPeakMegabytes: Type.Number(),
  peakMegabytes: Type.Number()
})
type Measured = Type.Static<typeof Measured>

/**
 * From a million stored responses of 40 questions to protected tables with 3 breakdowns and their pairs. The floor
 * is what psql needs to copy the answers to nowhere; floor and release take turns, so that other work on the machine
 * meets both. On the embedded database, or on a database of its own on the server of DATABASE_URL.
 */
export async function benchmarkRelease(): Promise<void> {
  await withDatabase(async database => {
    const versionId = randomUUID()
    await fill(database, versionId)
    const environment = { ...process.env, ...connectionOf(database.url) }
    const psql = findPsql()
    const floors: number[] = []
    const measured: Measured[] = []
    for (let round = 0; round < rounds; round += 1) {
      if (psql !== undefined) floors.push(await floorSeconds(psql, environment))
      measured.push(await measure(versionId, environment))
    }
    report(floors, measured)
  })
}

async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const server = process.env['DATABASE_URL']
  const folder = await makeFolder()
  const name = `bench_${randomBytes(6).toString('hex')}`
  if (server !== undefined) await command(server, `CREATE DATABASE ${name}`)
  const database = await openDatabase({
    databaseUrl: server === undefined ? undefined : databaseUrl(server, name),
    dataFolder: { path: folder.path, explicit: true },
    say: line => {
      console.log(line)
    }
  })
  try {
    await work(database)
  } finally {
    await database.close()
    if (server !== undefined) await command(server, `DROP DATABASE ${name} WITH (FORCE)`)
    await folder.remove()
  }
}

async function fill(database: Database, versionId: string): Promise<void> {
  const client = await database.pool.connect()
  try {
    const start = performance.now()
    await storeResponses(client, versionId, responses)
    await client.query('VACUUM (FREEZE, ANALYZE) responses')
    console.log(`  ${responses} responses stored in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  } finally {
    client.release()
  }
}

async function floorSeconds(psql: string, env: NodeJS.ProcessEnv): Promise<number> {
  const start = performance.now()
  await run(psql, ['-X', '-q', '-c', '\\copy (SELECT answers FROM responses) TO /dev/null'], { env })
  return (performance.now() - start) / 1000
}

async function measure(versionId: string, env: NodeJS.ProcessEnv): Promise<Measured> {
  const script = path.join(import.meta.dirname, 'release-measured.ts')
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script, versionId], { env })
  return Value.Parse(Measured, JSON.parse(stdout))
}

function report(floors: readonly number[], measured: readonly Measured[]): void {
  const middle = (of: (one: Measured) => number): number => median(measured.map(of))
  const released = middle(one => one.collectSeconds + one.tabulateSeconds)
  const above = Math.max(...measured.map(one => one.tabulatedPeakMegabytes - one.idleMegabytes))
  const aboveInAll = Math.max(...measured.map(one => one.peakMegabytes - one.idleMegabytes))
  console.log(
    `  medians of ${rounds}, ${measured[0]?.tables ?? 0} tables of ${measured[0]?.responses ?? 0} responses`
  )
  console.log(`  collect      ${middle(one => one.collectSeconds).toFixed(2)} s`)
  console.log(`  tabulate     ${middle(one => one.tabulateSeconds).toFixed(2)} s`)
  console.log(`  protect      ${middle(one => one.protectSeconds).toFixed(2)} s`)
  console.log(
    floors.length === 0
      ? '  no psql here: the floor was not measured'
      : `  psql floor   ${median(floors).toFixed(2)} s; collect and tabulate take ${(released / median(floors)).toFixed(2)} times that`
  )
  console.log(`  peak memory  ${above.toFixed(0)} MB above idle, with protect ${aboveInAll.toFixed(0)} MB`)
}

/** psql from the path, or from where Debian keeps it. */
function findPsql(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : []
  const folders = [
    ...(process.env['PATH'] ?? '').split(path.delimiter),
    ...versions.map(one => `${debian}/${one}/bin`)
  ]
  return folders.map(folder => path.join(folder, 'psql')).find(existsSync)
}

/** The address as the variables that psql and pg read, so that no password stands in the list of processes. */
function connectionOf(url: string): NodeJS.ProcessEnv {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  return {
    PGHOST: searchParams.get('host') ?? decodeURIComponent(hostname),
    PGPORT: port === '' ? (searchParams.get('port') ?? '5432') : port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1))
  }
}
