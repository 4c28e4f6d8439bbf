import { asc } from 'drizzle-orm'
import type { OwnFormWords } from '#analytics'
import { checkMeeting, type Meeting, type Parsed } from '#surveys'
import type { Db } from '../database/client.ts'
import { meetings } from '../database/schema.ts'
import { note } from '../audit-log.ts'
import type { Actor } from '../actor.ts'

/** The body whose meetings are made up; a real consultation cannot prepare one. */
export const demonstrationBody = 'DEMO'

export type StoredMeeting = Meeting & { readonly id: string; readonly formWords: OwnFormWords }

/** Keeps a new meeting. Body and number name it, so the same pair is refused. */
export async function addMeeting(
  db: Db,
  meeting: Meeting,
  { by, now }: Actor
): Promise<Parsed<StoredMeeting>> {
  const problems = checkMeeting(meeting)
  if (problems.length > 0) return { ok: false, problems }
  return db.transaction(async tx => {
    const [stored] = await tx.insert(meetings).values(meeting).onConflictDoNothing().returning()
    if (stored === undefined) {
      const params = { body: meeting.body, number: meeting.number }
      return { ok: false, problems: [{ at: 'number', code: 'meeting.exists', params }] }
    }
    await note(tx, {
      by,
      at: now,
      did: 'added meeting',
      detail: { body: stored.body, number: stored.number }
    })
    return { ok: true, value: stored }
  })
}

/** All meetings by their dates. */
export async function listMeetings(db: Db): Promise<StoredMeeting[]> {
  return db.select().from(meetings).orderBy(asc(meetings.startsOn), asc(meetings.body))
}

/** A meeting by its number ("24"), or by body and number ("CWG-COP/24") where two bodies share a number. */
export async function findMeeting(db: Db, reference: string): Promise<Parsed<StoredMeeting>> {
  const all = await listMeetings(db)
  const whole = all.filter(meeting => `${meeting.body}/${meeting.number}` === reference)
  const byNumber = all.filter(({ body, number }) => body !== demonstrationBody && `${number}` === reference)
  const named = whole.length > 0 ? whole : byNumber
  const [meeting] = named
  if (meeting !== undefined && named.length === 1) return { ok: true, value: meeting }
  const code = named.length === 0 ? 'meeting.unknown' : 'meeting.ambiguous'
  return { ok: false, problems: [{ at: '--meeting', code, params: { reference } }] }
}
