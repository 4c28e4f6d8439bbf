import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { languages, translator } from '#locales'
import type { OpenedConsultation } from '../../server/consultations/find.ts'
import { findConsultation } from '../../server/consultations/find.ts'
import { auditLog, lifecycleEvents, waiting } from '../../server/database/schema.ts'
import { close } from '../../server/secretariat/close.ts'
import { setPaused } from '../../server/secretariat/pause.ts'
import { formBody, formHeaders, openConsultation, openHouse, type House } from '../support/house.ts'

let house: House
let consultation: OpenedConsultation
let seconds = 0

beforeAll(async () => {
  house = await openHouse()
  consultation = await openConsultation(house)
})
// What was read of a consultation is good for a second.
beforeEach(() => tick())
afterAll(() => house.close())

function tick(): void {
  seconds += 2
  house.setClock(new Date(Date.parse('2026-03-10T12:00:00Z') + seconds * 1000).toISOString())
}

async function pause(paused: boolean): Promise<boolean> {
  const found = (await findConsultation(house.database.db, consultation.slug)) as OpenedConsultation
  const changed = await setPaused(house.database.db, found, {
    paused,
    reason: 'a wrong word',
    by: 'test',
    now: house.now()
  })
  tick()
  return changed
}

const send = (resend: string, language = 'en') =>
  house.app.inject({
    method: 'POST',
    url: `/${language}/getting-help`,
    headers: formHeaders,
    payload: formBody({ band: '16_17', version: '1', resend, 'q.hours': '5' })
  })
const newId = () => randomBytes(16).toString('hex')
const count = () => house.database.db.$count(waiting)

describe('a consultation that is paused', () => {
  it.each(languages)('says so on every page in %s, and that answers are not lost', async language => {
    await pause(true)
    for (const path of ['', '/16_17', '/16_17/questions']) {
      const reply = await house.app.inject(`/${language}/getting-help${path}`)
      expect(reply.statusCode).toBe(503)
      expect(reply.body).toContain(translator(language)('chrome:message.paused.title'))
    }
    await pause(false)
  })

  it('stores nothing, thanks for what it had stored, and goes on when it is resumed', async () => {
    const sent = newId()
    expect((await send(sent)).statusCode).toBe(303)
    const before = await count()
    await pause(true)
    const late = newId()
    expect((await send(late)).statusCode).toBe(503)
    expect((await send(sent)).statusCode).toBe(303)
    expect(await count()).toBe(before)
    await pause(false)
    expect((await send(late)).statusCode).toBe(303)
    expect(await count()).toBe(before + 1)
  })

  it('admits nobody who found it open a moment ago', async () => {
    // The pages remember what they read for a second; the database does not.
    const before = await count()
    await house.app.inject('/en/getting-help')
    const found = (await findConsultation(house.database.db, consultation.slug)) as OpenedConsultation
    await setPaused(house.database.db, found, {
      paused: true,
      reason: undefined,
      by: 'test',
      now: house.now()
    })
    expect((await send(newId())).statusCode).toBe(503)
    expect(await count()).toBe(before)
    tick()
    await pause(false)
  })

  it('is paused and resumed once each, which is written down with the reason', async () => {
    const events = () => house.database.db.$count(lifecycleEvents)
    const before = await events()
    expect([await pause(true), await pause(true), await pause(false), await pause(false)]).toEqual([
      true,
      false,
      true,
      false
    ])
    expect(await events()).toBe(before + 2)
    const notes = await house.database.db.select().from(auditLog)
    expect(notes.filter(({ did }) => did === 'paused').at(-1)?.detail).toEqual({ reason: 'a wrong word' })
  })

  it('can be closed, and is then closed for good; what was sent before is thanked for', async () => {
    const sent = newId()
    expect((await send(sent)).statusCode).toBe(303)
    await pause(true)
    const found = (await findConsultation(house.database.db, consultation.slug)) as OpenedConsultation
    expect(await close(house.database.db, found, { by: 'test', now: house.now() })).toBe(true)
    tick()
    expect(await pause(false)).toBe(false)
    expect((await send(newId())).statusCode).toBe(410)
    expect((await send(sent)).statusCode).toBe(303)
  })
})
