import { and, eq, max } from 'drizzle-orm'
import { statusAt } from '#surveys'
import type { Db } from '../database/client.ts'
import { releases } from '../database/schema.ts'
import { listConsultations } from './find.ts'

/** A demonstration: whether it takes answers now, and the number of its latest final release, if there is one. */
export type Demonstration = {
  readonly slug: string
  readonly open: boolean
  /** Whether it shows results while it is open. */
  readonly live: boolean
  readonly latestRelease: number | null
}

/** The demonstrations that a database holds. */
export async function listDemonstrations(db: Db, now: Date): Promise<Demonstration[]> {
  const marked = (await listConsultations(db)).filter(each => each.demonstration)
  return Promise.all(
    marked.map(async ({ id, slug, live, schedule }) => {
      const [latest] = await db
        .select({ number: max(releases.number) })
        .from(releases)
        .where(and(eq(releases.consultationId, id), eq(releases.live, false)))
      const open = statusAt(schedule, now) === 'open'
      return { slug, open, live, latestRelease: latest?.number ?? null }
    })
  )
}
