import { execFile, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { open, readFile, rm, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../../free-port.ts'
import { isRoot } from './account.ts'
import { bareEnvironment } from './create.ts'
import { clusterIn } from './place.ts'
import type { Place } from './place.ts'
import { hasProcess, worksIn } from './processes.ts'
import { programPath } from './programs.ts'
import { mayUseSocket, settings } from './settings.ts'
import type { Listening } from './settings.ts'

const run = promisify(execFile)

/** Where clients of a running server knock: pg takes a folder for a host. */
export type Address = { readonly host: string; readonly port: number }

/** A server that this process started. */
export type Started = {
  /** What it said at its end, or undefined while it runs. */
  lastWords(): string | undefined
}

/** The file with what the server has to say; see settings.ts for what never gets into it. */
export const logIn = (home: string): string => join(home, 'postgres.log')

/** The address a running or starting server wrote down, or undefined. */
export async function readAddress(home: string): Promise<Address | undefined> {
  const [, , , port, socketFolder, loopback] = await readPidFile(home)
  if (port === undefined || loopback === undefined) return undefined
  if (socketFolder !== undefined && socketFolder !== '') return { host: socketFolder, port: Number(port) }
  return { host: '127.0.0.1', port: Number(port) }
}

/**
 * Whether a server of this cluster runs, ready or not.
 *
 * PostgreSQL takes any process with the number in a file left behind for a server; after a restart of a container
 * that may be ourselves. Such a file is removed. Call it under the lock.
 */
export async function isServerRunning(home: string): Promise<boolean> {
  const pid = Number((await readPidFile(home))[0])
  if (!Number.isInteger(pid) || pid <= 0 || !hasProcess(pid)) return false
  if ((await worksIn(pid, clusterIn(home))) !== false) return true
  await rm(pidFileIn(home), { force: true })
  return false
}

/** Starts the server; it outlives this process, and a Ctrl-C meant for this process does not reach it. */
export async function startServer(place: Place): Promise<Started> {
  const cluster = clusterIn(place.home)
  const listening: Listening = mayUseSocket(cluster, process.platform)
    ? { socketFolder: cluster }
    : { port: await freePort() }
  const { log, from } = await openLog(place.home)
  try {
    const server = spawn(programPath(place.programs, 'postgres'), ['-D', cluster, ...settings(listening)], {
      ...place.account,
      cwd: '/',
      env: bareEnvironment,
      detached: true,
      stdio: ['ignore', log.fd, log.fd]
    })
    server.unref()
    let end: string | undefined
    server.on('error', error => (end = String(error)))
    server.on('exit', () => (end ??= ''))
    return { lastWords: () => (end === '' ? lastWords(place.home, from) : end) }
  } finally {
    await log.close()
  }
}

/** Stops the server: clients are cut off, what was acknowledged is kept. Resolves when it has ended. */
export async function stopServer(place: Place): Promise<void> {
  const words = ['stop', '-D', clusterIn(place.home), '-m', 'fast', '-w', '-t', '120']
  await run(programPath(place.programs, 'pg_ctl'), words, {
    ...place.account,
    cwd: '/',
    env: bareEnvironment
  })
}

const longestLog = 1_000_000

/** The log begins anew when it is long; it belongs to whom the home belongs, not to root who starts it now. */
async function openLog(home: string): Promise<{ readonly log: FileHandle; readonly from: number }> {
  const size = await stat(logIn(home)).then(
    found => found.size,
    () => 0
  )
  const from = size < longestLog ? size : 0
  const log = await open(logIn(home), from === 0 ? 'w' : 'a', 0o600)
  const owner = await stat(home)
  if (isRoot()) await log.chown(owner.uid, owner.gid)
  return { log, from }
}

const pidFileIn = (home: string): string => join(clusterIn(home), 'postmaster.pid')

/** Number, data folder, start, port, socket folder, loopback address …, one a line; short while it starts. */
async function readPidFile(home: string): Promise<string[]> {
  const text = await readFile(pidFileIn(home), 'utf8').catch(() => '')
  return text.split('\n').map(line => line.trim())
}

/** The reasons without the times, and without what was told to clients that came too early. */
function lastWords(home: string, from: number): string {
  const text = existsSync(logIn(home)) ? readFileSync(logIn(home)).subarray(from).toString('utf8') : ''
  return text
    .split('\n')
    .filter(line => /FATAL|PANIC|rror/.test(line) && !line.includes('the database system is'))
    .map(line => line.replace(/^.*?(FATAL|PANIC|ERROR): +/, ''))
    .slice(-2)
    .join('; ')
}
