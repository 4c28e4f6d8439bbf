import { setTimeout as sleep } from 'node:timers/promises'
import { isDatabaseAway } from '../away.ts'
import { StartRefused } from '../start-refused.ts'
import { ownName, readPassword } from './create.ts'
import type { Place } from './place.ts'
import { isServerRunning, logIn, readAddress, startServer } from './postmaster.ts'
import type { Started } from './postmaster.ts'
import { announcePresence } from './presence.ts'
import type { Presence } from './presence.ts'

/** How to reach one database of the embedded server. */
export type Reach = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
}

/** A process that is in: its presence, and how it reaches our database. */
export type Arrived = { readonly presence: Presence; readonly reach: Reach }

const quiet = 5_000
const patience = 240_000
const longestPause = 250

/**
 * Knocks until the server opens, starting it where it does not run. Call it under the lock.
 *
 * @throws StartRefused when it does not start, or has not answered for four minutes
 */
export async function arrive(
  place: Place,
  say: (line: string) => void,
  onLoss: () => void
): Promise<Arrived> {
  const begun = Date.now()
  let said = false
  let started: Started | undefined
  let lastWords = ''
  for (let pause = 10; ; pause = Math.min(longestPause, pause * 1.3)) {
    const arrived = await knock(place, onLoss)
    if (arrived !== undefined) return arrived
    const waited = Date.now() - begun
    if (waited > patience) throw silent(place, lastWords)
    if (waited > quiet && !said) {
      said = true
      say('The database is putting itself in order; after a crash this may take minutes.')
    }
    const words = started?.lastWords()
    if (words !== undefined) {
      if (!passing.test(words)) throw failed(place, words)
      lastWords = words
      started = undefined
      await sleep(longestPause)
    } else if (started === undefined && !(await isServerRunning(place.home))) {
      started = await startServer(place)
    } else {
      await sleep(pause)
    }
  }
}

// Children of a killed server end a moment after it; a port may be taken between finding and using it; a server
// killed while it starts says nothing.
const passing = /^$|shared memory|lock file|could not bind|could not create any/

async function knock(place: Place, onLoss: () => void): Promise<Arrived | undefined> {
  const address = await readAddress(place.home)
  if (address === undefined) return undefined
  try {
    const reach = { ...address, user: ownName, password: await readPassword(place.home), database: ownName }
    const presence = await announcePresence({ ...reach, database: 'postgres' }, onLoss)
    await createDatabase(presence)
    return { presence, reach }
  } catch (error) {
    // Where no server of ours runs, whoever answered was another one.
    if (isDatabaseAway(error) || !(await isServerRunning(place.home))) return undefined
    throw notLetIn(place, error)
  }
}

async function createDatabase({ client, leave }: Presence): Promise<void> {
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [ownName])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(ownName)}`)
  } catch (error) {
    await leave()
    throw error
  }
}

const failed = (place: Place, words: string): StartRefused =>
  new StartRefused(`The database in ${place.home} does not start: ${words}.`, `See ${logIn(place.home)}.`)

const notLetIn = (place: Place, error: unknown): StartRefused =>
  new StartRefused(
    `The database in ${place.home} runs but does not let Earshot in: ${String(error)}.`,
    'Put back its file earshot-password, or set EARSHOT_DATA to another folder.',
    { cause: error }
  )

const silent = (place: Place, words: string): StartRefused =>
  new StartRefused(
    `The database in ${place.home} has not answered for four minutes. ${words}`.trim(),
    `See ${logIn(place.home)}, end what still runs there, and start again.`
  )
