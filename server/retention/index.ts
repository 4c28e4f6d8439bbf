import { dateAt } from '#surveys'
import { note } from '../audit-log.ts'
import type { Db } from '../database/client.ts'
import { holdDoor } from '../waiting-room/door.ts'
import { isDue, lastDays } from './due.ts'
import { lastReleased, type Released } from './last-released.ts'
import { removeRemarks, removeResponses } from './remove.ts'

/**
 * Deletes what has been kept for as long as it was promised, and no longer: once a day is enough, more often does no
 * harm. What waits and the ids of what was sent are the pourer's business, copies of the database are the operator's.
 *
 * @param db as the pourer: nobody else may delete answers
 * @param failed told of a consultation that went wrong; the others go on
 * @returns short names of the consultations of which something was deleted
 */
export async function retain(
  db: Db,
  now: Date,
  failed: (error: unknown, slug: string) => void
): Promise<string[]> {
  const changed = []
  for (const consultation of await lastReleased(db)) {
    try {
      if (await retainOne(db, consultation, now)) changed.push(consultation.slug)
    } catch (error) {
      failed(error, consultation.slug)
    }
  }
  return changed
}

async function retainOne(db: Db, { id, timeZone, releasedOn }: Released, now: Date): Promise<boolean> {
  const today = dateAt(now, timeZone)
  const goes = lastDays(releasedOn)
  if (!isDue(goes.remarks, today)) return false
  return db.transaction(async tx => {
    // A release that is being made ends first; if there is a later one now, the term has begun anew.
    await holdDoor(tx, id)
    const again = (await lastReleased(tx)).find(each => each.id === id)
    if (again?.releasedOn !== releasedOn) return false
    const removed = {
      remarks: await removeRemarks(tx, id),
      responses: isDue(goes.responses, today) ? await removeResponses(tx, id) : 0
    }
    for (const [what, count] of Object.entries(removed)) {
      if (count === 0) continue
      const detail = { releasedOn, about: inTens(count) }
      await note(tx, { by: 'retention', at: now, did: `deleted ${what}`, consultationId: id, detail })
    }
    return removed.remarks + removed.responses > 0
  })
}

/** Exact numbers are published with a release only, so the log has none. */
function inTens(count: number): number {
  return Math.round(count / 10) * 10
}
