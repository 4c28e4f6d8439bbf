import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { seededChance } from '../../../server/secretariat/seeded-chance.ts'
import { makeFolder } from '../../support/folder.ts'
import { untilSomethingMoves } from './aim.ts'
import { closeAt, openAt } from './consultations.ts'
import { freePort } from '../../../server/free-port.ts'
import { watchKeys } from './keys-seen.ts'
import { asOwner } from './owner.ts'
import { startPhones } from './phones.ts'
import { fileOf, supervise } from './processes.ts'
import { untilPoured, verdictOn, type Verdict } from './verdict.ts'
import { endDatabase, killOne, victims } from './victims.ts'

export type Plan = {
  /** Decides who is killed and after which pause; the machine decides what is under way at that moment. */
  readonly seed: number
  readonly kills: number
  /** Consultations that are open from the beginning and close one after the other. */
  readonly waves: number
}

/** How a life ended, and what happened in it, to be read where it ended badly. */
export type Life = { readonly verdict: Verdict; readonly story: string }

/** Answers before a consultation closes: fewer than ten would be destroyed unread. */
const fewest = 20
const phonesAtOnce = 6

/**
 * One life of a data folder: the real server on its own database, which syncs to the disk; phones that send; another process
 * that pours for live results; and at so many moments one of them is killed. What no program starts again, a supervisor
 * does, and nobody else lends a hand. At the end everything that was promised is looked at.
 */
export async function live({ seed, kills, waves }: Plan): Promise<Life> {
  const chance = seededChance(seed)
  const folder = await makeFolder()
  const home = join(folder.path, 'data')
  const keyFolder = join(folder.path, 'keys')
  const port = await freePort()
  const environment = { EARSHOT_DATA: home, EARSHOT_KEYS: keyFolder, EARSHOT_DEMO: '0', PORT: String(port) }
  const server = supervise(['--import', 'tsx', fileOf('server/main.ts')], environment)
  const programs = [server]
  const slugs = Array.from({ length: waves }, (_, wave) => `wave-${wave + 1}`)
  const killed: string[] = []
  const told = (words: readonly unknown[]): string => [`seed ${seed}`, killed.join(' '), ...words].join('\n')
  try {
    for (const slug of slugs) await openAt(home, keyFolder, slug)
    const live = supervise(['--import', 'tsx', fileOf('tests/attack/kill/live.ts')], environment)
    programs.push(live)
    const keys = watchKeys(home)
    const phones = startPhones(`http://127.0.0.1:${port}`, slugs, phonesAtOnce, seededChance(seed + 1))
    for (let kill = 1; kill <= kills; kill += 1) {
      const victim = victims[Math.floor(chance() * victims.length)] ?? 'pourer'
      // Most find everything at work again; some come while it is starting.
      if (chance() < 0.75) await phones.untilThanked(phones.thanked() + 10)
      else await sleep(1500 * chance())
      const closing = Math.floor((kill * waves) / kills)
      if (closing > Math.floor(((kill - 1) * waves) / kills)) {
        const slug = slugs[closing - 1] ?? ''
        await phones.untilThanked(fewest, slug)
        await closeAt(home, slug)
      }
      await untilSomethingMoves(home, keyFolder, 3000)
      await sleep(40 * chance())
      await killOne(victim, { home, server, live })
      killed.push(victim)
    }
    await phones.stop()
    await untilPoured(home)
    const seen = await keys.stop()
    const verdict = await asOwner(home, db => verdictOn(db, keyFolder, phones.told, seen))
    return { verdict, story: told([JSON.stringify(verdict), JSON.stringify([...phones.statuses])]) }
  } catch (error) {
    throw new Error(told(programs.map(({ said }) => said())), { cause: error })
  } finally {
    for (const program of programs.toReversed()) await program.end()
    await endDatabase(home)
    await folder.remove()
  }
}
