import { sql } from 'drizzle-orm'
import { languages } from '#locales'
import { dateAt, readyQuestionnaire, type Parsed } from '#surveys'
import type { Db } from '../database/client.ts'
import { consultations } from '../database/schema.ts'
import { keepDraft } from './drafts.ts'
import { open } from './open.ts'

const slug = 'demonstration'
const timeZone = 'Europe/Zurich'
const msPerDay = 24 * 60 * 60 * 1000
const daysOpen = 60

/**
 * On a database without consultations, opens one that shows how Earshot works; it is marked as such everywhere.
 *
 * @returns its slug where there is a demonstration now
 */
export async function demonstrate(db: Db, noiseKey: Buffer, now: Date): Promise<string | undefined> {
  return db.transaction(async tx => {
    // Two servers that start at once on one empty database make one demonstration.
    await tx.execute(sql`lock table ${consultations} in share row exclusive mode`)
    const all = await tx
      .select({ slug: consultations.slug, demonstration: consultations.demonstration })
      .from(consultations)
    if (all.length > 0) return all.find(each => each.demonstration)?.slug
    const actor = { by: 'demonstration', now }
    must(await keepDraft(tx, slug, readyQuestionnaire('getting-help'), actor))
    const opening = {
      slug,
      from: dateAt(now, timeZone),
      until: dateAt(new Date(now.getTime() + daysOpen * msPerDay), timeZone),
      languages,
      breakdowns: ['age_band', 'gender', 'setting'],
      meeting: undefined,
      past: false,
      demonstration: true
    }
    must(await open(tx, opening, noiseKey, actor))
    return slug
  })
}

function must(parsed: Parsed<unknown>): void {
  if (!parsed.ok) throw new RangeError(`the demonstration does not open: ${JSON.stringify(parsed.problems)}`)
}
