import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OpenedConsultation } from '../../../server/consultations/find.ts'
import { livePours } from '../../../server/database/schema.ts'
import { chainOf } from '../../../server/releases/chain.ts'
import { publishLive } from '../../../server/releases/publish-live.ts'
import { admitMarked, firstNumbers, rising, whereabouts } from '../../support/admitted.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'
import { runUntil } from '../../support/mortal.ts'

let house: House
let number = 0

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const actor = () => ({ by: 'test', now: house.now() })

async function withAnswers(): Promise<OpenedConsultation> {
  const consultation = await openConsultation(house, { slug: `live-${(number += 1)}`, live: true })
  await admitMarked(house, consultation, 22)
  return consultation
}

const publish = (consultation: OpenedConsultation, connections: Parameters<typeof publishLive>[0]) =>
  publishLive(connections, house.keyFolder, consultation, actor())

/** Every third step: enough to end it before, in and after each of its parts. */
const stride = 3

it(
  'makes a live release as a whole or not at all when it is killed at any step, and once in the end',
  {
    timeout: 300_000
  },
  async () => {
    const whole = await withAnswers()
    const { steps } = await runUntil(house, undefined, (db, pool) => publish(whole, { db, pool }))
    expect(steps).toBeGreaterThan(30)
    for (let step = 2; step <= steps + 1; step += stride) {
      const consultation = await withAnswers()
      const death = { step, done: true }
      await runUntil(house, death, (db, pool) => publish(consultation, { db, pool }))
      const told = JSON.stringify(death)
      const { db } = house.database.as('pourer')
      const halfway = await chainOf(db, consultation.id)
      const pours = await db.$count(livePours, eq(livePours.consultationId, consultation.id))
      const there = await whereabouts(house, consultation)
      expect([pours, there.poured.length], told).toEqual(pours === 0 ? [0, 0] : [1, 10])
      expect(halfway.length, told).toBeLessThanOrEqual(pours)
      await house.tend()
      const chain = await chainOf(db, consultation.id)
      // What the audit refuses is poured and not released.
      const [pour] = await db.select().from(livePours).where(eq(livePours.consultationId, consultation.id))
      expect(pour?.responses, told).toBe(10)
      const released = chain.map(({ release }) => [release.number, release.responses])
      expect(released, told).toEqual(pour?.bases === null ? [] : [[1, 10]])
      const stands = await whereabouts(house, consultation)
      expect(rising([...stands.waiting, ...stands.poured]), told).toEqual(firstNumbers(22))
      expect(stands.waitingRemarks, told).toEqual(firstNumbers(22))
    }
  }
)
