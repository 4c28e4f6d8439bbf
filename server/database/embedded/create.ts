import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { syncFolder } from '../../sync-folder.ts'
import { StartRefused } from '../start-refused.ts'
import { clusterIn } from './place.ts'
import type { Place } from './place.ts'
import { programPath } from './programs.ts'

const run = promisify(execFile)

/** The name of the one role that the embedded database has at first, and of its database. */
export const ownName = 'earshot'

/** PostgreSQL's programs see next to nothing of our environment: a stray PGDATA or PGPORT would lead them astray. */
export const bareEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', SystemRoot: process.env['SystemRoot'] }

/**
 * Whether the cluster stands in its place.
 *
 * @throws StartRefused when it was made by another major version
 */
export async function hasCluster(place: Place): Promise<boolean> {
  const found = await readFile(join(clusterIn(place.home), 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (found !== undefined) refuseOtherVersion(place, found.trim())
  return found !== undefined
}

/**
 * Makes the cluster. Call it under the lock.
 *
 * It is made beside its place and moved there when it is whole: a start that is killed leaves no half cluster.
 *
 * @throws StartRefused when it cannot be made
 */
export async function createCluster(place: Place): Promise<void> {
  await removeDrafts(place.home)
  const draft = await mkdtemp(join(place.home, draftName))
  try {
    await initialise(place, draft)
    await rename(join(draft, 'cluster'), clusterIn(place.home))
    await syncFolder(place.home)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** The password of our own role; it stands in the cluster, which only its owner may enter. */
export async function readPassword(home: string): Promise<string> {
  return (await readFile(join(clusterIn(home), passwordName), 'utf8')).trim()
}

const passwordName = 'earshot-password'
const draftName = 'postgres-draft-'

async function initialise(place: Place, draft: string): Promise<void> {
  const { account } = place
  const cluster = join(draft, 'cluster')
  const password = join(draft, passwordName)
  await mkdir(cluster, { mode: 0o700 })
  await writeFile(password, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
  if (account !== undefined) {
    await Promise.all([draft, cluster, password].map(path => chown(path, account.uid, account.gid)))
  }
  const options = [
    ['--pgdata', cluster],
    ['--username', ownName],
    ['--pwfile', password],
    ['--auth', 'scram-sha-256'],
    ['--encoding', 'UTF8'],
    // Sorting must not depend on the machine, and not change with its libraries.
    ['--locale-provider', 'builtin'],
    ['--builtin-locale', 'C.UTF-8'],
    ['--locale', 'C']
  ]
  try {
    await run(programPath(place.programs, 'initdb'), options.flat(), {
      ...account,
      cwd: '/',
      env: bareEnvironment
    })
  } catch (error) {
    throw new StartRefused(
      `The database could not be made in ${place.home}: ${lastWords(error)}.`,
      'Put that right and start again, or set DATABASE_URL.',
      { cause: error }
    )
  }
  await rename(password, join(cluster, passwordName))
  await chmod(cluster, 0o700)
}

function refuseOtherVersion(place: Place, found: string): void {
  const ours = place.programs.version.split('.')[0]
  if (found === ours) return
  throw new StartRefused(
    `The data in ${clusterIn(place.home)} were written by PostgreSQL ${found}, and this Earshot brings PostgreSQL ${ours}.`,
    `Carry them over with pg_upgrade or pg_dump of PostgreSQL ${ours}, or go back to the Earshot that wrote them.`
  )
}

/** What a killed first start left behind; the lock is ours, so nobody is at work on it. */
async function removeDrafts(home: string): Promise<void> {
  const left = (await readdir(home)).filter(name => name.startsWith(draftName))
  await Promise.all(left.map(name => rm(join(home, name), { recursive: true, force: true })))
}

function lastWords(error: unknown): string {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return (lines.find(line => /error|fatal/i.test(line)) ?? lines.at(-1) ?? 'no reason given')
    .trim()
    .replace(/\.$/, '')
}
