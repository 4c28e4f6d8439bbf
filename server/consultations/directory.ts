import { isDeepStrictEqual } from 'node:util'
import type { Db } from '../database/client.ts'
import { findConsultation, isOpened, type OpenedConsultation } from './find.ts'
import { isSlug } from './slug.ts'

/** How long what was read of a consultation is good for: an opening or a closing shows within this time. */
const freshForMs = 1000
/** More than this many consultations are not remembered at once. */
const mostKnown = 500
/** Addresses can be typed by anyone: names that lead nowhere have a place of their own, and push out no other. */
const mostUnknown = 500

/** Finds opened consultations by slug, asking the database at most once a second for each. */
export type Directory = (slug: string) => Promise<OpenedConsultation | undefined>

/** What was read of a slug, and when, in milliseconds. */
type Entry = { readonly at: number; readonly consultation: OpenedConsultation | undefined }

export function directoryOf(db: Db, clock: () => Date): Directory {
  const known = new Map<string, Entry>()
  const unknown = new Map<string, Entry>()
  const asked = new Map<string, Promise<OpenedConsultation | undefined>>()

  async function ask(slug: string, at: number): Promise<OpenedConsultation | undefined> {
    const found = await findConsultation(db, slug)
    if (found === undefined || !isOpened(found)) {
      known.delete(slug)
      keep(unknown, slug, { at, consultation: undefined }, mostUnknown)
      return undefined
    }
    unknown.delete(slug)
    // The same object as long as nothing has changed, so that what was made from it stays good.
    const before = known.get(slug)?.consultation
    const consultation = before !== undefined && isDeepStrictEqual(before, found) ? before : found
    keep(known, slug, { at, consultation }, mostKnown)
    return consultation
  }

  return async slug => {
    if (!isSlug(slug)) return undefined
    const now = clock().getTime()
    const entry = known.get(slug) ?? unknown.get(slug)
    if (entry !== undefined && Math.abs(now - entry.at) < freshForMs) return entry.consultation
    const asking = asked.get(slug)
    if (asking !== undefined) return asking
    // A failure is not remembered: the next request asks again.
    const found = ask(slug, now).finally(() => asked.delete(slug))
    asked.set(slug, found)
    return found
  }
}

/** Keeps an entry as the newest, and gives up the oldest where there are too many. */
function keep(entries: Map<string, Entry>, slug: string, entry: Entry, most: number): void {
  entries.delete(slug)
  entries.set(slug, entry)
  const [oldest] = entries.keys()
  if (entries.size > most && oldest !== undefined) entries.delete(oldest)
}
