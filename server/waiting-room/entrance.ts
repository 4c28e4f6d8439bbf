import { eq } from 'drizzle-orm'
import type { Version } from '../consultations/find.ts'
import type { Connections } from '../database/client.ts'
import { consultations, resendTurn } from '../database/schema.ts'
import type { Admission } from './admit.ts'
import { openKeyOf } from './keys.ts'
import { isKnownHash } from './resends.ts'
import { formatOf } from './rows.ts'
import { sealBytes, type Recipient, type Seal } from './seal.ts'
import { storeTogether } from './store.ts'

/** Answers before they are sealed. */
export type Entering = {
  /** As `PayloadFormat` writes it, without the zeros that make all alike: those come on while they are sealed. */
  readonly content: Buffer
  /** By which the sending is remembered. */
  readonly hash: Buffer
  readonly mark: Buffer | null
  readonly now: Date
}

/** A new day and a new key at once make three; more means that something is wrong. */
const mostTries = 5

/** Writes answers of one consultation together, as long as it is open, under whichever key and on whichever day it is. */
export function entrance(
  { db, pool }: Connections,
  seal: Seal,
  { id, version }: { readonly id: string; readonly version: Version }
): (all: readonly Entering[]) => Promise<readonly Admission[]> {
  const format = formatOf(version)
  const rowBytes = format.length + sealBytes
  /** One place where answers stand open while they are sealed, one after the other. */
  const open = Buffer.alloc(format.length)
  let place: { readonly day: number; readonly key: Recipient | undefined } = { day: 0, key: undefined }

  async function look(): Promise<'closed' | 'paused' | undefined> {
    const [state] = await db
      .select({ admits: consultations.admits, paused: consultations.paused, day: resendTurn.day })
      .from(consultations)
      .crossJoin(resendTurn)
      .where(eq(consultations.id, id))
    if (state === undefined || !state.admits) return 'closed'
    if (state.paused) return 'paused'
    place = { day: state.day, key: await openKeyOf(db, id) }
    return undefined
  }

  async function enter(all: readonly Entering[]): Promise<readonly Admission[]> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const { day, key } = place
      const stored =
        key &&
        (await storeTogether(pool, { id, versionId: version.id }, { day, key }, all, sealedFor(key, all)))
      if (stored !== undefined) return Promise.all(all.map((each, at) => outcome(each, stored[at])))
      const refused = await look()
      if (refused !== undefined) return all.map(() => refused)
    }
    throw new Error('an open consultation did not admit an answer')
  }

  /** All of them in one piece: a buffer for each would cost more than sealing it. */
  function sealedFor(key: Recipient, all: readonly Entering[]): Buffer {
    const rows = Buffer.allocUnsafe(all.length * rowBytes)
    for (const [at, { content, now }] of all.entries()) {
      seal(key, format.padded(content, open), now, rows.subarray(at * rowBytes, (at + 1) * rowBytes))
    }
    open.fill(0)
    return rows
  }

  /** Who came with a mark and was not stored has either been here before or come with somebody's mark. */
  async function outcome({ hash, mark }: Entering, isStored: boolean | undefined): Promise<Admission> {
    if (isStored) return 'stored'
    return mark === null || (await isKnownHash(db, hash)) ? 'repeated' : 'spent'
  }

  return async all => {
    // The same sending, or the same mark, twice in one statement would fail or be written twice.
    const firsts = new Map<string, number>()
    const alone: Entering[] = []
    const places = all.map(each => {
      const name = (each.mark ?? each.hash).toString('base64')
      const place = firsts.get(name) ?? alone.push(each) - 1
      firsts.set(name, place)
      return place
    })
    const outcomes = await enter(alone)
    return Promise.all(
      all.map((each, at) => {
        const place = places[at] ?? at
        const found = outcomes[place] ?? 'closed'
        if (alone[place] === each || found === 'closed' || found === 'paused') return found
        return outcome(each, false)
      })
    )
  }
}
