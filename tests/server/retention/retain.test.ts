import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eq, sql } from 'drizzle-orm'
import type { OpenedConsultation } from '../../../server/consultations/find.ts'
import { auditLog, remarks, resendsEven, resendsOdd, responses } from '../../../server/database/schema.ts'
import { retention } from '../../../server/doctor/retention.ts'
import { readConfig } from '../../../server/config.ts'
import { retain } from '../../../server/retention/index.ts'
import { storeAnswers } from '../../support/answers.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House
let old: OpenedConsultation
let other: OpenedConsultation

beforeAll(async () => {
  house = await openHouse()
  old = await openConsultation(house, { slug: 'old' })
  other = await openConsultation(house, { slug: 'other' })
  for (const each of [old, other]) await storeAnswers(house.database.db, each, 64, 'en')
  // The first is released at 23:30 in Geneva, where it is still the fifteenth.
  await release(old, '2026-04-15T21:30:00Z')
  await release(other, '2026-06-01T10:00:00Z')
})
afterAll(() => house.close())

async function release(consultation: OpenedConsultation, at: string): Promise<void> {
  house.setClock(at)
  const published = await house.publish(consultation)
  if (published.outcome !== 'released') throw new Error(JSON.stringify(published))
}

const db = () => house.database.db
const at = (instant: string, failed: (error: unknown, slug: string) => void = throwIt) =>
  retain(house.database.as('pourer').db, new Date(instant), failed)
const throwIt = (error: unknown): never => {
  throw error
}
const count = async ({ version }: OpenedConsultation) => ({
  responses: await db().$count(responses, eq(responses.versionId, version.id)),
  remarks: await db().$count(remarks, eq(remarks.versionId, version.id))
})
const told = async (instant: string) =>
  retention.look({
    config: readConfig({ DATABASE_URL: house.url, EARSHOT_KEYS: house.keyFolder }),
    pool: house.database.pool,
    shared: undefined,
    now: new Date(instant)
  })

describe('what respondents sent, as time goes by', { timeout: 60_000 }, () => {
  it('is kept until the day that was promised', async () => {
    const before = await count(old)
    expect(before.responses).toBe(64)
    expect(before.remarks).toBeGreaterThan(0)
    expect(await at('2026-07-13T21:59:00Z')).toEqual([])
    expect(await count(old)).toEqual(before)
  })

  it('loses its own words 90 days after the last release, of that consultation alone', async () => {
    const before = await count(other)
    const { remarks: texts } = await count(old)
    expect(await at('2026-07-13T22:01:00Z')).toEqual(['old'])
    expect(await count(old)).toEqual({ responses: 64, remarks: 0 })
    expect(await count(other)).toEqual(before)
    const [entry] = await db().select().from(auditLog).where(eq(auditLog.did, 'deleted remarks'))
    expect(entry).toMatchObject({
      by: 'retention',
      consultationId: old.id,
      detail: { releasedOn: '2026-04-15', about: Math.round(texts / 10) * 10 }
    })
  })

  it('is overdue for the doctor when nobody has deleted it two days later', async () => {
    expect(await told('2026-08-30T12:00:00Z')).toEqual([expect.objectContaining({ state: 'ok' })])
    expect(await told('2026-09-03T12:00:00Z')).toEqual([
      expect.objectContaining({
        state: 'problem',
        says: expect.stringContaining('other: its remarks') as string
      })
    ])
  })

  it('is counted in tens in the log when it goes, two years after the last release', async () => {
    expect(await at('2028-04-14T12:00:00Z')).toEqual(['other'])
    expect((await count(old)).responses).toBe(64)
    expect(await at('2028-04-15T12:00:00Z')).toEqual(['old'])
    expect(await count(old)).toEqual({ responses: 0, remarks: 0 })
    expect((await count(other)).responses).toBe(64)
    const entries = await db().select().from(auditLog).where(eq(auditLog.did, 'deleted responses'))
    expect(entries.map(({ detail }) => detail)).toEqual([{ releasedOn: '2026-04-15', about: 60 }])
  })

  it('is not written down again when nothing is left', async () => {
    const before = await db().$count(auditLog)
    expect(await at('2028-05-01T12:00:00Z')).toEqual([])
    expect(await db().$count(auditLog)).toBe(before)
  })

  it('has its term begin anew with a later release', async () => {
    await storeAnswers(db(), other, 100, 'en')
    await release(other, '2028-05-20T10:00:00Z')
    expect(await at('2028-06-02T12:00:00Z')).toEqual([])
    expect((await count(other)).responses).toBe(164)
  })

  it('forgets ids of sendings within two days', async () => {
    const hash = Buffer.alloc(32, 7)
    await db().execute(sql`update resend_turn set day = ${Math.floor(Date.parse('2028-06-03') / 86_400_000)}`)
    await db().insert(resendsEven).values({ hash })
    await db().insert(resendsOdd).values({ hash })
    expect(await told('2028-06-06T12:00:00Z')).toContainEqual(
      expect.objectContaining({ says: expect.stringContaining('two days') as string })
    )
    for (const day of [4, 5]) {
      house.setClock(`2028-06-0${day}T12:00:00Z`)
      await house.tend()
    }
    expect([await db().$count(resendsEven), await db().$count(resendsOdd)]).toEqual([0, 0])
  })

  it('is remembered for too long where a clock was ahead, which the doctor says, and how it ends', async () => {
    const today = Math.floor(Date.parse('2028-06-06') / 86_400_000)
    for (const [day, instead] of [
      [today + 365, today + 1],
      [today + 366, today]
    ] as const) {
      await db().execute(sql`update resend_turn set day = ${day}`)
      const [finding] = (await told('2028-06-06T12:00:00Z')).filter(({ says }) =>
        says.includes('a clock was ahead')
      )
      expect(finding).toMatchObject({ state: 'problem' })
      await db().execute(sql.raw(/UPDATE .*/.exec(finding?.remedy ?? '')?.[0] ?? ''))
      expect(await db().execute(sql`select day from resend_turn`)).toMatchObject({ rows: [{ day: instead }] })
      expect(JSON.stringify(await told('2028-06-06T12:00:00Z'))).not.toContain('ahead')
    }
  })

  it('stays without a term where it was poured and never released, which the doctor says', async () => {
    const third = await openConsultation(house, { slug: 'never' })
    await db().execute(sql`update consultations set emptied = 'poured' where id = ${third.id}`)
    expect(await told('2028-06-05T12:00:00Z')).toContainEqual(
      expect.objectContaining({ state: 'warning', remedy: 'earshot release never' })
    )
  })

  it('goes elsewhere when it cannot be deleted in one consultation', async () => {
    const [first, second] = [
      await openConsultation(house, { slug: 'first' }),
      await openConsultation(house, { slug: 'second' })
    ]
    for (const each of [first, second]) {
      await storeAnswers(db(), each, 64, 'en')
      await release(each, '2028-06-10T10:00:00Z')
    }
    await db().execute(sql`create function stuck() returns trigger language plpgsql as $$
      begin raise exception 'stuck'; end $$`)
    await db().execute(sql`create trigger stuck before delete on remarks for each row
      when (old.version_id = ${sql.raw(`'${first.version.id}'`)}) execute function stuck()`)
    const failed: string[] = []
    expect(await at('2028-09-20T12:00:00Z', (_, slug) => failed.push(slug))).toContain('second')
    expect(failed).toEqual(['first'])
    expect((await count(first)).remarks).toBeGreaterThan(0)
    expect((await count(second)).remarks).toBe(0)
  })
})
