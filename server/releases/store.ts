import { and, desc, eq } from 'drizzle-orm'
import { isLive, reopenAny, type AnyRelease, type LiveRelease, type Release } from '#analytics'
import { askedTogether } from '../asked-together.ts'
import type { Db } from '../database/client.ts'
import { consultations, releases } from '../database/schema.ts'
import { sha256 } from '../sha256.ts'

/** A release as it is stored: the object that was hashed, its hash, and the very bytes. */
export type StoredRelease = Stored<Release>
export type StoredLiveRelease = Stored<LiveRelease>
/** The same of either sort, live or final. */
export type AnyStoredRelease = Stored<AnyRelease>
type Stored<R> = { readonly release: R; readonly hash: string; readonly body: string }

/** One final release of a consultation, the latest unless a number is given; checked against its hash. */
export async function findRelease(db: Db, slug: string, number?: number): Promise<StoredRelease | undefined> {
  return releaseReaderOf(db)(slug, number)
}

/** How many releases a reader keeps opened: a large one takes a while to read and to check. */
const mostKept = 50
/** How many numbers of releases a reader keeps the hashes of. */
const mostNumbered = 5000

/**
 * Finds final releases. A live one is never made after a final one: where the latest is live, there is no final one yet.
 *
 * @param findAny where releases of either sort are kept already, so that none is opened twice
 */
export function releaseReaderOf(db: Db, findAny: AnyReleaseReader = anyReleaseReaderOf(db)): ReleaseReader {
  return async (slug, number) => {
    const found = await findAny(slug, number)
    return found !== undefined && isFinal(found) ? found : undefined
  }
}

function isFinal(found: AnyStoredRelease): found is StoredRelease {
  return !isLive(found.release)
}
export type ReleaseReader = Finding<StoredRelease>

/**
 * Finds releases of either sort, keeping those it has opened: they never change, so only which is the latest is asked anew, once for
 * all who ask at the same time. However many they are, a release is opened once.
 */
export type AnyReleaseReader = Finding<AnyStoredRelease>
type Finding<S> = (slug: string, number?: number) => Promise<S | undefined>

export function anyReleaseReaderOf(db: Db): AnyReleaseReader {
  const kept = new Map<string, Promise<AnyStoredRelease | undefined>>()
  const numbered = new Map<string, string>()
  const together = askedTogether<string | undefined>()

  async function hashOf(slug: string, number: number | undefined): Promise<string | undefined> {
    if (number === undefined) return together(slug, () => findHash(db, slug, undefined))
    const key = `${slug} ${number}`
    const known = numbered.get(key)
    if (known !== undefined) return known
    const found = await together(key, () => findHash(db, slug, number))
    if (numbered.size >= mostNumbered) numbered.clear()
    if (found !== undefined) numbered.set(key, found)
    return found
  }

  return async (slug, number) => {
    const hash = await hashOf(slug, number)
    if (hash === undefined) return undefined
    const known = kept.get(hash)
    if (known !== undefined) return known
    const opening = openRelease(db, hash)
    if (kept.size >= mostKept) kept.clear()
    kept.set(hash, opening)
    opening.catch(() => kept.delete(hash))
    return opening
  }
}

async function openRelease(db: Db, hash: string): Promise<AnyStoredRelease | undefined> {
  const [row] = await db.select({ body: releases.body }).from(releases).where(eq(releases.hash, hash))
  return row && { hash, body: row.body, release: reopenAny({ stored: row.body, hash, sha256 }) }
}

async function findHash(db: Db, slug: string, number: number | undefined): Promise<string | undefined> {
  const [row] = await db
    .select({ hash: releases.hash })
    .from(releases)
    .innerJoin(consultations, eq(consultations.id, releases.consultationId))
    .where(and(eq(consultations.slug, slug), number === undefined ? undefined : eq(releases.number, number)))
    .orderBy(desc(releases.number))
    .limit(1)
  return row?.hash
}

/** The latest live release of a consultation; also where there is a final one after it. */
export async function findLive(
  db: Db,
  slug: string,
  findAny: AnyReleaseReader = anyReleaseReaderOf(db)
): Promise<StoredLiveRelease | undefined> {
  const number = await latestOf(db, slug, true)
  const found = number === undefined ? undefined : await findAny(slug, number)
  return found !== undefined && isOfLive(found) ? found : undefined
}

function isOfLive(found: AnyStoredRelease): found is StoredLiveRelease {
  return isLive(found.release)
}

/** Whether a consultation has been released since it closed. */
export async function hasRelease(db: Db, slug: string): Promise<boolean> {
  return (await latestOf(db, slug, false)) !== undefined
}

async function latestOf(db: Db, slug: string, live: boolean): Promise<number | undefined> {
  const [row] = await db
    .select({ number: releases.number })
    .from(releases)
    .innerJoin(consultations, eq(consultations.id, releases.consultationId))
    .where(and(eq(consultations.slug, slug), eq(releases.live, live)))
    .orderBy(desc(releases.number))
    .limit(1)
  return row?.number
}
