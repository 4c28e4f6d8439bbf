import { and, eq } from 'drizzle-orm'
import type { OwnFormWords, Release } from '#analytics'
import type { Db } from '../database/client.ts'
import { meetings } from '../database/schema.ts'

/** What the meeting of a release brings of its own to its documents. */
export async function formWordsFor(
  db: Db,
  meeting: Release['consultation']['meeting']
): Promise<OwnFormWords> {
  if (meeting === null) return {}
  const [found] = await db
    .select({ formWords: meetings.formWords })
    .from(meetings)
    .where(and(eq(meetings.body, meeting.body), eq(meetings.number, meeting.number)))
  return found?.formWords ?? {}
}
