import { isDeepStrictEqual } from 'node:util'
import type { Db } from '../database/client.ts'
import { findConsultation, isOpened, type OpenedConsultation } from './find.ts'

/** How long what was read of a consultation is good for: an opening or a closing shows within this time. */
const freshForMs = 1000
/** Slugs come from addresses that anyone can type; more than this many are not remembered. */
const mostRemembered = 500

/** Finds opened consultations by slug, asking the database at most once a second for each. */
export type Directory = (slug: string) => Promise<OpenedConsultation | undefined>

export function directoryOf(db: Db, clock: () => Date): Directory {
  const remembered = new Map<
    string,
    { readonly at: number; readonly found: Promise<OpenedConsultation | undefined> }
  >()
  return slug => {
    const now = clock().getTime()
    const known = remembered.get(slug)
    if (known !== undefined && Math.abs(now - known.at) < freshForMs) return known.found
    const found = findAgain(db, slug, known?.found)
    if (remembered.size >= mostRemembered) remembered.clear()
    remembered.set(slug, { at: now, found })
    // A failure is not remembered: the next request asks again.
    found.catch(() => remembered.delete(slug))
    return found
  }
}

/** The same object as long as nothing has changed, so that what was made from it stays good. */
async function findAgain(
  db: Db,
  slug: string,
  before: Promise<OpenedConsultation | undefined> | undefined
): Promise<OpenedConsultation | undefined> {
  const consultation = await findConsultation(db, slug)
  if (consultation === undefined || !isOpened(consultation)) return undefined
  const known = await before?.catch(() => undefined)
  return known !== undefined && isDeepStrictEqual(known, consultation) ? known : consultation
}
