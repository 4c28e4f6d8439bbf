import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenedConsultation } from '../../../server/consultations/find.ts'
import type { Db } from '../../../server/database/client.ts'
import { consultations, waitingKeys } from '../../../server/database/schema.ts'
import { destroySpentKeys } from '../../../server/waiting-room/keys.ts'
import { pourLive } from '../../../server/waiting-room/pour-live.ts'
import { pourAtClose } from '../../../server/waiting-room/pour.ts'
import { stir } from '../../../server/waiting-room/stir.ts'
import { admitMarked, firstNumbers, whereabouts } from '../../support/admitted.ts'
import { midway, openConsultation, openHouse, type House } from '../../support/house.ts'
import { runUntil, type Death } from '../../support/mortal.ts'

let house: House
let number = 0

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const open = { by: 'test', now: new Date(midway) }
const closed = { by: 'test', now: new Date('2026-04-01T12:00:00Z') }

async function withAnswers(count: number): Promise<OpenedConsultation> {
  const consultation = await openConsultation(house, { slug: `killed-${(number += 1)}` })
  expect(await admitMarked(house, consultation, count)).toEqual(firstNumbers(count).map(() => 'stored'))
  return consultation
}

type Work = (db: Db, consultation: OpenedConsultation) => Promise<unknown>

/** Kills some work at each of its steps, each time on answers of their own, and looks at what the next run makes of it. */
async function killAtEach(
  count: number,
  work: Work,
  look: (consultation: OpenedConsultation, death: Death) => Promise<void>
): Promise<void> {
  const whole = await withAnswers(count)
  const { steps } = await runUntil(house, undefined, db => work(db, whole))
  expect(steps).toBeGreaterThan(20)
  // Dying before a step is dying after the one before.
  for (const step of firstNumbers(steps)) {
    const death = { step: step + 1, done: true }
    const consultation = await withAnswers(count)
    const keys = await keysOf(consultation)
    const { survived } = await runUntil(house, death, db => work(db, consultation))
    expect(survived, JSON.stringify(death)).toBe(false)
    keys.push(...(await keysOf(consultation)))
    await look(consultation, death)
    const now = await keysOf(consultation)
    const files = await filesOf([...new Set([...keys, ...now])])
    expect(files, JSON.stringify(death)).toEqual(now.flatMap(id => [id, id]).toSorted())
  }
}

async function keysOf({ id }: OpenedConsultation): Promise<string[]> {
  const rows = await house.database.db.select().from(waitingKeys).where(eq(waitingKeys.consultationId, id))
  return rows.map(row => row.id)
}

/** Of keys that were in use, those that still have a file, once for each place. */
async function filesOf(keys: readonly string[]): Promise<string[]> {
  const names = await Promise.all(
    ['waiting-room', 'waiting-room-copy'].map(place => readdir(join(house.keyFolder, place)))
  )
  return names
    .flatMap(all => all.filter(name => keys.some(id => name.startsWith(id))))
    .map(name => name.slice(0, 36))
    .toSorted()
}

const nothing = {
  waiting: [],
  waitingRemarks: [],
  poured: [],
  pouredRemarks: [],
  rows: 0,
  pending: 0,
  spent: 0
}

/** What is there once everything is poured. */
const all = (count: number) => ({
  ...nothing,
  poured: firstNumbers(count),
  pouredRemarks: firstNumbers(count),
  spent: count
})

const pour: Work = (db, consultation) => pourAtClose(db, house.keyFolder, consultation, closed)

/** What the next round of a pourer does about it: see tending. */
async function nextRound(consultation: OpenedConsultation): Promise<void> {
  const { db } = house.database.as('pourer')
  await pour(db, consultation)
  await destroySpentKeys(db, house.keyFolder)
}

describe('work that is killed at any step, and begun again', { timeout: 600_000 }, () => {
  it('stirs without losing or doubling anything', async () => {
    const again: Work = (db, consultation) => stir(db, house.keyFolder, consultation, open.now)
    await killAtEach(12, again, async (consultation, death) => {
      const still = {
        ...nothing,
        waiting: firstNumbers(12),
        waitingRemarks: firstNumbers(12),
        rows: 12,
        pending: 12
      }
      expect(await whereabouts(house, consultation), JSON.stringify(death)).toEqual(still)
      await again(house.database.as('pourer').db, consultation)
      expect(await whereabouts(house, consultation), JSON.stringify(death)).toEqual(still)
    })
  })

  it('pours at the close everything once', async () => {
    await killAtEach(12, pour, async (consultation, death) => {
      await nextRound(consultation)
      expect(await whereabouts(house, consultation), JSON.stringify(death)).toEqual(all(12))
    })
  })

  it('destroys fewer than ten', async () => {
    await killAtEach(9, pour, async (consultation, death) => {
      await nextRound(consultation)
      expect(await whereabouts(house, consultation), JSON.stringify(death)).toEqual(nothing)
      const [row] = await house.database.db
        .select()
        .from(consultations)
        .where(eq(consultations.id, consultation.id))
      expect(row?.emptied).toBe('destroyed')
    })
  })

  it('pours for a live release as a whole or not at all, and the rest at the close', async () => {
    const live: Work = (db, consultation) => pourLive(db, house.keyFolder, consultation, 10, open)
    await killAtEach(21, live, async (consultation, death) => {
      const halfway = await whereabouts(house, consultation)
      expect([0, 10], JSON.stringify(death)).toContain(halfway.poured.length)
      expect([...halfway.poured, ...halfway.waiting].toSorted((a, b) => a - b)).toEqual(firstNumbers(21))
      expect(halfway).toMatchObject({ waitingRemarks: firstNumbers(21), pouredRemarks: [] })
      expect(halfway).toMatchObject({ pending: 21, spent: 0 })
      await nextRound(consultation)
      expect(await whereabouts(house, consultation), JSON.stringify(death)).toEqual(all(21))
    })
  })
})
