import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../../server/database/client.ts'
import { consultations, remarks, responses, waiting, waitingKeys } from '../../../server/database/schema.ts'
import { opened } from './consultations.ts'
import { numberInRemark, numberReader } from '../../support/marked-answers.ts'
import { asOwner } from './owner.ts'
import type { Told } from './phones.ts'

/** What was found at the end of a life, by the numbers of the answers; all but `thanked` shall be nothing. */
export type Verdict = {
  readonly thanked: number
  /** Thanked for and not there, as answers or as remarks. */
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  /** There although whoever sent it was told that the consultation had closed. */
  readonly refusedAndThere: readonly string[]
  readonly stillWaiting: number
  readonly keys: number
  /** Files of private keys that were in use and are not any more. */
  readonly spentKeyFiles: readonly string[]
  /** Settings without which an acknowledgement is worth nothing. */
  readonly careless: readonly string[]
}

const patienceMs = 180_000

/** Waits until the pourer has emptied everything and destroyed every key. */
export async function untilPoured(home: string): Promise<void> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(200)) {
    const left = await asOwner(home, async db => ({
      full: await db.$count(consultations, sql`${consultations.emptied} is null`),
      keys: await db.$count(waitingKeys)
    }))
    if (left.full + left.keys === 0) return
  }
  throw new Error('what has closed was not poured within three minutes')
}

export async function verdictOn(
  db: Db,
  keyFolder: string,
  told: ReadonlyMap<string, Told>,
  keysSeen: ReadonlySet<string>
): Promise<Verdict> {
  const lost: string[] = []
  const doubled: string[] = []
  const refusedAndThere: string[] = []
  let thanked = 0
  for (const [slug, answers] of told) {
    const { version } = await opened(db, slug)
    const numberOf = numberReader(version.questionnaire)
    const here = {
      responses: eq(responses.versionId, version.id),
      remarks: eq(remarks.versionId, version.id)
    }
    const stored = {
      answer: (await db.select().from(responses).where(here.responses)).map(row => numberOf(row.answers)),
      remark: (await db.select().from(remarks).where(here.remarks)).map(row => numberInRemark(row.text))
    }
    for (const [kind, numbers] of Object.entries(stored)) {
      const times = timesOf(numbers)
      const named = (number: number): string => `${kind} ${number} of ${slug}`
      for (const [number, outcome] of answers) {
        const there = times.has(number)
        if (outcome === 'thanked' && !there) lost.push(named(number))
        if (outcome === 'refused' && there) refusedAndThere.push(named(number))
      }
      for (const [number, count] of times) if (count > 1 || !answers.has(number)) doubled.push(named(number))
    }
    thanked += [...answers.values()].filter(outcome => outcome === 'thanked').length
  }
  return {
    thanked,
    lost,
    doubled,
    refusedAndThere,
    stillWaiting: await db.$count(waiting),
    keys: await db.$count(waitingKeys),
    spentKeyFiles: (await filesIn(keyFolder)).filter(name => keysSeen.has(name.slice(0, uuidLength))),
    careless: await carelessSettings(db)
  }
}

function timesOf(numbers: readonly number[]): Map<number, number> {
  const times = new Map<number, number>()
  for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1)
  return times
}

const uuidLength = 36

async function filesIn(keyFolder: string): Promise<string[]> {
  const names = await Promise.all(
    ['waiting-room', 'waiting-room-copy'].map(place => readdir(join(keyFolder, place)))
  )
  return names.flat()
}

async function carelessSettings(db: Db): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(
    sql`select name from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting <> 'on'`
  )
  return rows.map(({ name }) => name)
}

/** Whether every promise was kept. */
export function isKept({
  lost,
  doubled,
  refusedAndThere,
  stillWaiting,
  keys,
  spentKeyFiles,
  careless
}: Verdict): boolean {
  const wrong = [lost, doubled, refusedAndThere, spentKeyFiles, careless].flat()
  return wrong.length + stillWaiting + keys === 0
}
