import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isLive, type LiveRelease } from '#analytics'
import { findConsultation, isOpened, type OpenedConsultation } from '../../../server/consultations/find.ts'
import { consultations, livePours, releases } from '../../../server/database/schema.ts'
import { chainOf } from '../../../server/releases/chain.ts'
import { anyReleaseReaderOf, findLive, findRelease } from '../../../server/releases/store.ts'
import { close } from '../../../server/secretariat/close.ts'
import { statusOf } from '../../../server/secretariat/status.ts'
import { admission } from '../../../server/waiting-room/admit.ts'
import { submissionOf, whereabouts } from '../../support/admitted.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'
import { arriveUntilReleased } from '../../support/live-arrivals.ts'

let house: House
let sent = 0

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function send(consultation: OpenedConsultation, count: number): Promise<void> {
  const admit = admission(house.database.as('admission'))
  const numbers = Array.from({ length: count }, () => (sent += 1))
  const outcomes = await Promise.all(
    numbers.map(number => admit(consultation, submissionOf(consultation, number), house.now()))
  )
  expect(new Set(outcomes)).toEqual(new Set(['stored']))
}

async function liveReleases({ id }: OpenedConsultation): Promise<LiveRelease[]> {
  const chain = await chainOf(house.database.as('pourer').db, id)
  return chain
    .map(({ release }) => release)
    .filter(isLive)
    .toReversed()
}

/** How many responses there were after each pour, rising; a release follows unless the audit refuses it. */
async function pourSizes({ id }: OpenedConsultation): Promise<number[]> {
  const rows = await house.database.db.select().from(livePours).where(eq(livePours.consultationId, id))
  return rows.map(({ responses }) => responses).toSorted((a, b) => a - b)
}

describe('live results', () => {
  it('come at the thresholds alone, while ten more wait, and end with a release of all', async () => {
    const consultation = await openConsultation(house, { slug: 'board', live: true, access: 'open' })
    const seen: (readonly [arrived: number, released: number])[] = []
    for (let arrived = 0; arrived < 60; arrived += 5) {
      await send(consultation, 5)
      await house.tend()
      const latest = (await pourSizes(consultation)).at(-1)
      if (latest !== undefined && latest !== seen.at(-1)?.[1]) seen.push([arrived + 5, latest])
    }
    expect(seen).toEqual([
      [20, 10],
      [30, 20],
      [40, 30],
      [55, 45]
    ])
    await close(house.database.as('secretariat').db, consultation, { by: 'test', now: house.now() })
    house.setClock('2026-03-11T12:00:00Z')
    await house.tend()
    const live = await liveReleases(consultation)
    // The audit may have kept one back.
    expect([10, 20, 30, 45]).toEqual(expect.arrayContaining(live.map(({ responses }) => responses)))
    expect(live.length).toBeGreaterThan(1)
    expect(await house.publish(await found(consultation))).toMatchObject({
      outcome: 'released',
      number: live.length + 1,
      responses: 60
    })
    const chain = await chainOf(house.database.db, consultation.id)
    expect(chain.map(({ release }) => release.number)).toEqual(chain.map((_, at) => chain.length - at))
    for (const [at, { release }] of chain.entries())
      expect(release.previous).toBe(chain[at + 1]?.hash ?? null)
    const reader = house.database.as('reader').db
    expect((await findRelease(reader, 'board'))?.release.responses).toBe(60)
    expect(await findRelease(reader, 'board', live.length)).toBeUndefined()
    expect((await findLive(reader, 'board'))?.release).toEqual(live.at(-1))
    expect((await anyReleaseReaderOf(reader)('board', 1))?.release).toEqual(live[0])
  })

  it('pass over thresholds that many reach at once, and wait for thirty in a room', async () => {
    const room = await openConsultation(house, { slug: 'in-a-room', live: true, access: 'room' })
    await send(room, 39)
    await house.tend()
    expect(await pourSizes(room)).toEqual([])
    await send(room, 72)
    await house.tend()
    expect(await pourSizes(room)).toEqual([100])
  })

  it('leave nobody out and count nobody twice, neither answers nor remarks', async () => {
    const consultation = await openConsultation(house, { slug: 'all-there', live: true })
    const first = sent + 1
    for (const count of [20, 15, 25]) {
      await send(consultation, count)
      await house.tend()
      const stands = await whereabouts(house, consultation)
      expect([...stands.waiting, ...stands.poured]).toHaveLength(sent - first + 1)
      expect(stands.waitingRemarks).toHaveLength(sent - first + 1)
      const [status] = await statusOf(house.database.as('secretariat').db, 'all-there', house.now())
      expect(status?.responsesAtLeast).toBe(Math.floor((sent - first + 1) / 10) * 10)
    }
    expect(await pourSizes(consultation)).toHaveLength(3)
  })

  it('are announced by the threshold after one of which nothing came, and not at all after the close', async () => {
    const consultation = await openConsultation(house, { slug: 'what-is-next', live: true })
    const { db } = house.database.as('secretariat')
    const next = async (now: Date) => (await statusOf(db, 'what-is-next', now))[0]?.live?.next
    expect(await next(house.now())).toBe(10)
    // Twenty have come and there is no release of ten: to whoever looks from outside, this is a refusal.
    await send(consultation, 20)
    expect(await next(house.now())).toBe(20)
    await send(consultation, 10)
    expect(await next(house.now())).toBe(30)
    expect(await next(new Date('2099-01-01T12:00:00Z'))).toBeNull()
  })

  it('are not there where nobody chose them, and cannot be chosen later', async () => {
    const consultation = await openConsultation(house, { slug: 'not-live' })
    await send(consultation, 30)
    await house.tend()
    expect(await house.database.db.$count(releases, eq(releases.consultationId, consultation.id))).toBe(0)
    const change = house.database.db
      .update(consultations)
      .set({ live: true })
      .where(eq(consultations.id, consultation.id))
    await expect(change).rejects.toMatchObject({ cause: { message: /its promises are fixed/ } })
  })

  it('have no count in them but that of the responses', async () => {
    const consultation = await openConsultation(house, { slug: 'no-counts', live: true })
    const size = await arriveUntilReleased(house, consultation, 120)
    const [row] = await house.database.db
      .select({ body: releases.body })
      .from(releases)
      .where(and(eq(releases.consultationId, consultation.id), eq(releases.live, true)))
    const { tables, responses } = JSON.parse(row!.body) as { tables: unknown[]; responses: number }
    expect(responses).toBe(size)
    const numbers = JSON.stringify(tables).match(/(?<=[:,[])\d+/g) ?? []
    expect(numbers.length).toBeGreaterThan(0)
    expect(numbers.filter(text => Number(text) % 5 !== 0 && text !== '1')).toEqual([])
  })
})

async function found({ slug }: OpenedConsultation): Promise<OpenedConsultation> {
  const one = await findConsultation(house.database.db, slug)
  if (one === undefined || !isOpened(one)) throw new Error(`${slug} is gone`)
  return one
}
