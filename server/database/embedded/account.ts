import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { StartRefused } from '../start-refused.ts'

const run = promisify(execFile)

/** The system user as whom PostgreSQL runs when Earshot is started by root. */
export type Account = { readonly uid: number; readonly gid: number }

// An operator may set up a user of this name; most systems with PostgreSQL have the second, all have the third.
const candidates = ['earshot', 'postgres', 'nobody']

/** Whether this process is root, as whom PostgreSQL refuses to run. */
export const isRoot = (): boolean => process.getuid?.() === 0

/**
 * The account PostgreSQL is to run as; undefined means: as this process.
 *
 * A cluster that stands already is run as its owner, so data made by a user stay that user's.
 */
export async function chooseAccount(cluster: string): Promise<Account | undefined> {
  if (!isRoot()) return undefined
  const owner = await stat(cluster).catch(() => undefined)
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  for (const name of candidates) {
    const account = await findAccount(name)
    if (account !== undefined) return account
  }
  throw new StartRefused(
    `PostgreSQL refuses to run as root, and this system has none of the users ${candidates.join(', ')}.`,
    'Start Earshot as an ordinary user, or set DATABASE_URL.'
  )
}

/** Whether the account may enter a folder, asked by trying: modes, lists and mounts all have a say. */
export async function mayEnter(account: Account, folder: string): Promise<boolean> {
  return await succeeds(account, '/bin/sh', ['-c', 'test -x "$0"', folder])
}

/** Whether a program starts under the account and finds its libraries. */
export async function mayRun(account: Account, program: string): Promise<boolean> {
  return await succeeds(account, program, ['--version'])
}

async function succeeds(account: Account, program: string, words: readonly string[]): Promise<boolean> {
  try {
    await run(program, words, { ...account, cwd: '/' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EPERM') {
      throw new StartRefused(
        'PostgreSQL refuses to run as root, and this process may not change to another user.',
        'Start Earshot as an ordinary user, or set DATABASE_URL.',
        { cause: error }
      )
    }
    return false
  }
}

async function findAccount(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}
