import { eq } from 'drizzle-orm'
import { statusAt, type Parsed, type Problem } from '#surveys'
import type { Actor } from '../actor.ts'
import { note } from '../audit-log.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { consultations, roomEntries, rooms } from '../database/schema.ts'
import { hashOfLinkSecret, newLinkSecret } from '../link-secret.ts'

/** Seats that a room can have. */
const mostSeats = 5000

export type SetUp = {
  /** For the fragment of the screen's link; it is not stored and cannot be shown again. */
  readonly secret: string
  /** Seats before, where the room had been set up: its earlier link is not good any more. */
  readonly before: number | null
}

/** How many may come in through the room, and a new link for its screen. */
export async function setUpRoom(
  db: Db,
  consultation: OpenedConsultation,
  seats: number,
  { by, now }: Actor
): Promise<Parsed<SetUp>> {
  const problems = [...checkAccess(consultation, now), ...checkSeats(seats)]
  if (problems.length > 0) return { ok: false, problems }
  const secret = newLinkSecret()
  const screen = hashOfLinkSecret(secret)
  if (screen === undefined) throw new RangeError('a new secret is one')
  const consultationId = consultation.id
  return db.transaction(async (tx): Promise<Parsed<SetUp>> => {
    const [row] = await tx.select().from(rooms).where(eq(rooms.consultationId, consultationId)).for('update')
    await tx
      .insert(rooms)
      .values({ consultationId, quota: seats, screen })
      .onConflictDoUpdate({ target: rooms.consultationId, set: { quota: seats, screen } })
    const before = row?.quota ?? null
    await note(tx, { by, at: now, did: 'set up room', consultationId, detail: { seats, before } })
    return { ok: true, value: { secret, before } }
  })
}

/**
 * What the screen of a room shows: whose it is, and how many may still come in. In whole tens, upwards, so that nobody sees
 * it move when a neighbour comes in; 0 once it is full, as whoever comes then is told anyway. While there are live results
 * nothing moves but they, so that all places are told until then.
 */
export async function findRoom(
  db: Db,
  screen: Buffer
): Promise<{ readonly slug: string; readonly seatsLeft: number } | undefined> {
  const [room] = await db
    .select({ slug: consultations.slug, id: consultations.id, quota: rooms.quota, live: consultations.live })
    .from(rooms)
    .innerJoin(consultations, eq(consultations.id, rooms.consultationId))
    .where(eq(rooms.screen, screen))
  if (room === undefined) return undefined
  const taken = await db.$count(roomEntries, eq(roomEntries.consultationId, room.id))
  const left = Math.max(0, room.quota - taken)
  const step = room.live && left > 0 ? room.quota : 10
  return { slug: room.slug, seatsLeft: Math.min(room.quota, Math.ceil(left / step) * step) }
}

function checkAccess({ slug, access, schedule }: OpenedConsultation, now: Date): Problem[] {
  if (access !== 'room') return [{ at: slug, code: 'room.notRoom', params: { slug, access } }]
  return statusAt(schedule, now) === 'closed' ? [{ at: slug, code: 'room.closed', params: { slug } }] : []
}

function checkSeats(seats: number): Problem[] {
  return Number.isInteger(seats) && seats >= 1 && seats <= mostSeats
    ? []
    : [{ at: '--seats', code: 'room.seats', params: { most: mostSeats } }]
}
