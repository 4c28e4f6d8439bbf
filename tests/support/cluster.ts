import { execFile } from 'node:child_process'
import { access, chown, mkdir, readdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { chooseAccount, type Account } from '../../server/database/embedded/account.ts'

const run = promisify(execFile)
const debian = '/usr/lib/postgresql'
const oldest = 15

/** A throw-away cluster of an installed PostgreSQL, run by an account that is not root. */
export type Cluster = {
  readonly folder: string
  readonly programs: string
  /** As whom its programs run; undefined: as this process. */
  readonly account: Account | undefined
  /** The address of a database on it. */
  url(database: string): string
  stop(): Promise<void>
}

/**
 * The folder of an installed PostgreSQL: the oldest that Earshot promises to work with shows best whether the promise holds.
 *
 * @param programs what it has to have
 */
export async function findInstalled(programs: readonly string[]): Promise<string | undefined> {
  const versions = (await readdir(debian).catch(() => [])).map(Number).filter(version => version >= oldest)
  const named = versions.sort((a, b) => a - b).map(version => join(debian, String(version), 'bin'))
  for (const folder of [...named, ...(process.env['PATH'] ?? '').split(delimiter)]) {
    const found = await Promise.all(programs.map(name => access(join(folder, name)))).catch(() => undefined)
    if (found !== undefined) return folder
  }
  return undefined
}

/** @param parent a folder through which others may pass @param more settings of the server, as `-c` takes them */
export async function startCluster(
  programs: string,
  parent: string,
  more: readonly string[] = []
): Promise<Cluster> {
  const folder = join(parent, 'cluster')
  const account = await chooseAccount(folder)
  await mkdir(folder, { mode: 0o700 })
  if (account !== undefined) await chown(folder, account.uid, account.gid)
  const options = { ...account, cwd: '/', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } }
  // Only its owner and root reach the socket in the cluster, so it needs no password.
  const making = ['-D', folder, '-U', 'earshot', '-A', 'trust', '-E', 'UTF8', '--locale', 'C', '--no-sync']
  await run(join(programs, 'initdb'), making, options)
  const own = ['listen_addresses=', `unix_socket_directories='${folder}'`, 'fsync=off']
  const settings = [...own, ...more].map(setting => `-c ${setting}`).join(' ')
  const starting = ['start', '-w', '-D', folder, '-l', join(folder, 'log'), '-o', settings]
  await run(join(programs, 'pg_ctl'), starting, options)
  return {
    folder,
    programs,
    account,
    url: database => `postgres://earshot@localhost/${database}?host=${encodeURIComponent(folder)}`,
    async stop() {
      await run(join(programs, 'pg_ctl'), ['stop', '-D', folder, '-m', 'immediate'], options)
    }
  }
}
