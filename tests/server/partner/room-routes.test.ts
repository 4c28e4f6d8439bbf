import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '#locales'
import type { OpenedConsultation } from '../../../server/consultations/find.ts'
import { roomEntries } from '../../../server/database/schema.ts'
import { secretIn } from '../../../server/keys/secret.ts'
import { setUpRoom } from '../../../server/rooms/room.ts'
import { setPaused } from '../../../server/secretariat/pause.ts'
import { roomCode, roomWindowAt } from '../../../server/tokens/room-code.ts'
import { keyOf } from '../../support/cards.ts'
import {
  formBody,
  formHeaders,
  midway,
  openConsultation,
  openHouse,
  type House
} from '../../support/house.ts'

let house: House
let consultation: OpenedConsultation
let key: string
let secret: string
const lines: string[] = []

beforeAll(async () => {
  house = await openHouse({ logger: { level: 'trace', stream: { write: line => void lines.push(line) } } })
  consultation = await openConsultation(house, { access: 'room', languages: ['en', 'ar'] })
  key = await keyOf(house, consultation, 'room')
  secret = await setUp(3)
})
afterEach(() => house.setClock(midway))
afterAll(() => house.close())

async function setUp(seats: number): Promise<string> {
  const set = await setUpRoom(house.database.db, consultation, seats, { by: 'test', now: house.now() })
  if (!set.ok) throw new Error(JSON.stringify(set.problems))
  return set.value.secret
}
const look = (given = secret, language = 'en') =>
  house.app.inject({
    method: 'POST',
    url: `/${language}/room/now`,
    headers: formHeaders,
    payload: formBody({ secret: given })
  })

describe('the screen of a room', () => {
  it.each(languages)('is there in %s, and says nothing of any consultation by itself', async language => {
    const page = await house.app.inject({ url: `/${language}/room` })
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toContain('getting-help')
  })

  it('shows the code of this minute and no other, how long it stays, and how many may come in', async () => {
    const answer = await look()
    const pepper = await secretIn(house.keyFolder, 'pepper')
    const window = roomWindowAt(house.now())
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.json()).toEqual({
      slug: 'getting-help',
      titles: [
        { language: 'en', text: expect.any(String) },
        { language: 'ar', text: expect.any(String) }
      ],
      key,
      code: roomCode(pepper, consultation.id, window),
      stays: 60_000,
      seatsLeft: 3
    })
    for (const other of [window - 1, window + 1])
      expect(answer.body).not.toContain(roomCode(pepper, consultation.id, other))
  })

  it('shows another code in the next minute, and what is left of the minute', async () => {
    const first = (await look()).json<{ code: string }>().code
    house.setClock('2026-03-10T12:00:45.500Z')
    expect((await look()).json()).toMatchObject({ code: first, stays: 14_500 })
    house.setClock('2026-03-10T12:01:00Z')
    expect((await look()).json<{ code: string }>().code).not.toBe(first)
  })

  it('does not move when one comes in, until it is full', async () => {
    for (const [entry, left] of [3, 3, 0, 0].entries()) {
      const redeemedFor = Buffer.from([entry])
      await house.database.db.insert(roomEntries).values({ consultationId: consultation.id, redeemedFor })
      expect((await look()).json()).toMatchObject({ seatsLeft: left })
    }
  })

  it('says no more than how many can come in while there are live results, until it is full', async () => {
    const live = await openConsultation(house, { slug: 'board', access: 'room', live: true })
    const set = await setUpRoom(house.database.db, live, 40, { by: 'test', now: house.now() })
    if (!set.ok) throw new Error(JSON.stringify(set.problems))
    for (const [entered, left] of [
      [0, 40],
      [25, 40],
      [39, 40],
      [40, 0]
    ] as const) {
      const before = await house.database.db.$count(roomEntries, eq(roomEntries.consultationId, live.id))
      for (let entry = before; entry < entered; entry += 1)
        await house.database.db
          .insert(roomEntries)
          .values({ consultationId: live.id, redeemedFor: Buffer.from([entry]) })
      expect((await look(set.value.secret)).json()).toMatchObject({ seatsLeft: left })
    }
  })

  it.each(['2026-03-01T12:00:00Z', '2026-04-01T12:00:00Z'])('has no code outside its days: %s', async at => {
    house.setClock(at)
    expect((await look()).json()).toMatchObject({ code: null, stays: 0 })
  })

  it('has no code during a pause', async () => {
    const actor = { by: 'test', reason: undefined }
    await setPaused(house.database.db, consultation, { ...actor, paused: true, now: house.now() })
    house.setClock('2026-03-10T12:00:02Z')
    expect((await look()).json()).toMatchObject({ code: null })
    await setPaused(house.database.db, consultation, { ...actor, paused: false, now: house.now() })
    house.setClock('2026-03-10T12:00:04Z')
    expect((await look()).json()).toMatchObject({ code: expect.any(String) })
  })

  it.each(['', 'AAAAAAAAAAAAAAAAAAAAAA', 'AAAA', '<b>'])('is nothing for “%s”', async wrong => {
    expect((await look(wrong)).statusCode).toBe(404)
  })

  it('is nothing for a language that nobody speaks, nor for its link of before', async () => {
    expect((await look(secret, 'xx')).statusCode).toBe(404)
    const before = secret
    secret = await setUp(10)
    expect((await look(before)).statusCode).toBe(404)
    expect((await look()).statusCode).toBe(200)
  })

  it('leaves neither code nor secret in the logs', async () => {
    const { code } = (await look()).json<{ code: string }>()
    await look('AAAAAAAAAAAAAAAAAAAAAA')
    expect(lines.join('')).not.toContain(code)
    expect(lines.join('')).not.toContain(secret)
  })
})
