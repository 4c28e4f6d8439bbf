import { createHash } from 'node:crypto'
import { access, chown, constants, mkdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { StartRefused } from '../start-refused.ts'
import { chooseAccount, isRoot, mayEnter, mayRun } from './account.ts'
import type { Account } from './account.ts'
import { copyPrograms, findPrograms, programPath } from './programs.ts'
import type { Programs } from './programs.ts'

/** Where the database lives, with which programs, and as whom it runs (undefined: as this process). */
export type Place = {
  readonly home: string
  readonly programs: Programs
  readonly account: Account | undefined
}

export type DataFolder = { readonly path: string; readonly explicit: boolean }

/** The folder of the cluster inside a home. */
export const clusterIn = (home: string): string => join(home, 'postgres')

/**
 * Decides where the database lives and makes that folder.
 *
 * Started by a user that is the data folder. Started by root PostgreSQL runs as another account; what that account
 * cannot reach lives under the system folder instead, unless the data folder was chosen by name.
 *
 * @param systemFolder for root only; /var/lib/earshot but in tests
 * @throws StartRefused when the folder cannot be used, with the remedy
 */
export async function findPlace(
  dataFolder: DataFolder,
  say: (line: string) => void,
  systemFolder = '/var/lib/earshot'
): Promise<Place> {
  const data = resolve(dataFolder.path)
  const away = join(systemFolder, nameFor(data))
  const wentAway =
    !dataFolder.explicit && !(await isThere(clusterIn(data))) && (await isThere(clusterIn(away)))
  if (!isRoot()) return await placeOfUser(data, wentAway ? away : undefined)

  const account = await chooseAccount(clusterIn(wentAway ? away : data))
  if (account === undefined) throw new Error('root needs an account')
  const moves = wentAway || !(await mayEnter(account, await nearestFolder(data)))
  if (moves && dataFolder.explicit) throw unreachable(data, account)
  const home = moves ? away : data
  await makeFolder(home, account)
  const installed = await findPrograms()
  const programs = await reachablePrograms(installed, account, systemFolder)
  if (moves || programs !== installed) {
    const copied = programs === installed ? '' : `; its programs are copied to ${programs.folder}`
    say(
      `Started by root, PostgreSQL runs as user ${account.uid}, who may not enter everywhere: its data live in ${home}${copied}.`
    )
  }
  return { home, programs, account }
}

async function placeOfUser(data: string, away: string | undefined): Promise<Place> {
  if (away !== undefined) {
    throw new StartRefused(
      `The data of this checkout live in ${away}, where Earshot put them when root started it.`,
      'Start it as root, or set EARSHOT_DATA to another folder for new data.'
    )
  }
  await makeFolder(data, undefined)
  return { home: data, programs: await findPrograms(), account: undefined }
}

async function reachablePrograms(
  programs: Programs,
  account: Account,
  systemFolder: string
): Promise<Programs> {
  if (await mayRun(account, programPath(programs, 'postgres'))) return programs
  const target = join(systemFolder, `programs-${programs.version}-${nameFor(programs.folder)}`)
  try {
    return await copyPrograms(programs, target)
  } catch (error) {
    throw new StartRefused(
      `User ${account.uid}, as whom PostgreSQL runs, cannot reach the programs, and they cannot be copied to ${target}.`,
      'Put the checkout where others may enter, start Earshot as an ordinary user, or set DATABASE_URL.',
      { cause: error }
    )
  }
}

/** Others may pass through root's data folder to what is theirs, and list nothing; a user's is that user's alone. */
async function makeFolder(home: string, account: Account | undefined): Promise<void> {
  try {
    await mkdir(home, { recursive: true, mode: account === undefined ? 0o700 : 0o711 })
    await access(home, constants.W_OK | constants.X_OK)
    const locks = locksIn(home)
    await mkdir(locks, { recursive: true, mode: 0o700 })
    const owner = await stat(home)
    if (account !== undefined) await chown(locks, owner.uid, owner.gid)
    await access(locks, constants.W_OK | constants.X_OK)
    if (account === undefined && (await isThere(clusterIn(home))))
      await access(clusterIn(home), constants.W_OK)
  } catch (error) {
    throw new StartRefused(
      `This user may not write to the data folder ${home}.`,
      'Start Earshot as the user who owns it, or set EARSHOT_DATA to a folder of your own.',
      { cause: error }
    )
  }
}

/** The folder of the locks inside a home. */
export const locksIn = (home: string): string => join(home, 'postgres-locks')

function unreachable(data: string, account: Account): StartRefused {
  return new StartRefused(
    `PostgreSQL refuses to run as root and runs as user ${account.uid}, who may not enter EARSHOT_DATA (${data}).`,
    'Let others pass through each folder on that path (chmod o+x), choose another one, or start Earshot as an ordinary user.'
  )
}

async function nearestFolder(path: string): Promise<string> {
  return (await isThere(path)) || dirname(path) === path ? path : await nearestFolder(dirname(path))
}

/** Two checkouts must not meet in the system folder. */
const nameFor = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 12)

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false
  )
}
