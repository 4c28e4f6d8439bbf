import { setTimeout as sleep } from 'node:timers/promises'
import { databaseIn, killAtOnce, pourerOf, type Supervised } from './processes.ts'

/**
 * Who is killed: the server, the pourer that it keeps, the process of the database that accepts connections, all processes of
 * the database, and another one that pours for live results.
 */
export const victims = ['server', 'pourer', 'postmaster', 'database', 'live'] as const
export type Victim = (typeof victims)[number]

type House = { readonly home: string; readonly server: Supervised; readonly live: Supervised }

/** Kills one, as soon as it is there. */
export async function killOne(victim: Victim, house: House): Promise<void> {
  while (!killAtOnce(await processesOf(victim, house))) await sleep(50)
}

async function processesOf(victim: Victim, { home, server, live }: House): Promise<number[]> {
  switch (victim) {
    case 'server':
      return [server.pid() ?? []].flat()
    case 'live':
      return [live.pid() ?? []].flat()
    case 'pourer':
      return pourerOf(server.pid())
    case 'postmaster':
      return (await databaseIn(home)).slice(0, 1)
    case 'database':
      return databaseIn(home)
  }
}

/** Ends a database that is left without a server, when a life has ended before its time. */
export async function endDatabase(home: string): Promise<void> {
  killAtOnce(await databaseIn(home))
}
