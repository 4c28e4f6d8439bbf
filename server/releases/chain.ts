import { desc, eq } from 'drizzle-orm'
import { reopenAny, type AnyRelease } from '#analytics'
import type { Db } from '../database/client.ts'
import { releases } from '../database/schema.ts'
import { sha256 } from '../sha256.ts'

/** A release as the next one refers to it. */
export type Link = { readonly hash: string; readonly release: AnyRelease }

/** All releases of a consultation, live ones too, the latest first; each checked against its hash. */
export async function chainOf(tx: Db, consultationId: string): Promise<Link[]> {
  const rows = await tx
    .select({ hash: releases.hash, body: releases.body })
    .from(releases)
    .where(eq(releases.consultationId, consultationId))
    .orderBy(desc(releases.number))
  return rows.map(({ hash, body }) => ({ hash, release: reopenAny({ stored: body, hash, sha256 }) }))
}

/** What the next release says of the one before it. */
export function following(latest: Link | undefined): {
  readonly number: number
  readonly previous: string | null
} {
  return { number: (latest?.release.number ?? 0) + 1, previous: latest?.hash ?? null }
}
