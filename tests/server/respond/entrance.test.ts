import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeFrom, groupedCode } from '#surveys'
import { languages, translator } from '#locales'
import type { OpenedConsultation } from '../../../server/consultations/find.ts'
import { pendingMarks, roomEntries, waiting } from '../../../server/database/schema.ts'
import { secretIn } from '../../../server/keys/secret.ts'
import { roomCode, roomWindowAt } from '../../../server/tokens/room-code.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'
import { openRoom, printCards, sendWith, tokenFor } from '../../support/tokens.ts'

let house: House
let byCard: OpenedConsultation
let room: OpenedConsultation

beforeAll(async () => {
  house = await openHouse()
  byCard = await openConsultation(house, { slug: 'by-card', access: 'cards', agesFrom: 8 })
  room = await openConsultation(house, { slug: 'in-a-room', access: 'room' })
  await openRoom(house, room, 3)
})
afterAll(() => house.close())

const stored = ({ version }: OpenedConsultation) =>
  house.database.db.$count(waiting, eq(waiting.versionId, version.id))
const marks = ({ id }: OpenedConsultation) =>
  house.database.db.$count(pendingMarks, eq(pendingMarks.consultationId, id))
const card = async (isVoid = false): Promise<string> => (await printCards(house, byCard, 1, isVoid))[0] ?? ''
const resend = () => randomBytes(16).toString('hex')
const thanks = '/en/by-card/thanks'

describe('answers that come with the code of a card', () => {
  it('are checked first, with the code along, and then stored once', async () => {
    const before = await stored(byCard)
    const code = await card()
    const checked = await sendWith(house, byCard, { code: groupedCode(code), resend: '', stage: 'check' })
    expect(checked.statusCode).toBe(200)
    const [, id = ''] = /name="resend" value="([0-9a-f]{32})"/.exec(checked.body) ?? []
    const [, carried = ''] = /name="code" value="([^"]+)"/.exec(checked.body) ?? []
    expect(carried).toBe(groupedCode(code))
    for (let times = 0; times < 2; times += 1) {
      const sent = await sendWith(house, byCard, { code: carried, resend: id })
      expect([sent.statusCode, sent.headers.location]).toEqual([303, thanks])
    }
    expect([await stored(byCard), await marks(byCard)]).toEqual([before + 1, before + 1])
  })

  it('are not stored with a card that was used for others, which are told so with all they typed', async () => {
    const code = await card()
    expect((await sendWith(house, byCard, { code })).statusCode).toBe(303)
    const before = await stored(byCard)
    for (const language of languages) {
      const again = await sendWith(house, byCard, { code, 'q.hours': '17' }, language)
      expect(again.statusCode).toBe(422)
      expect(again.body).toContain(translator(language)('errors:code.used'))
      for (const typed of [code, '17']) expect(again.body).toContain(`value="${typed}"`)
      expect(again.body).toContain('href="#code"')
    }
    expect(await stored(byCard)).toBe(before)
  })

  it('are one when a card is sent with 50 different answers at the same time', async () => {
    const before = await stored(byCard)
    const code = await card()
    const replies = await Promise.all(Array.from({ length: 50 }, () => sendWith(house, byCard, { code })))
    expect(replies.filter(reply => reply.statusCode === 303)).toHaveLength(1)
    expect(replies.filter(reply => reply.statusCode === 422)).toHaveLength(49)
    expect(await stored(byCard)).toBe(before + 1)
  })

  it.each([
    ['no code', async () => '', 'empty'],
    ['a code that is too short', async () => '123', 'length'],
    ['a mistyped code', async () => `${(await card()).slice(0, -1)}U`, 'mistyped'],
    ['a code nobody printed', async () => codeFrom(randomBytes(11)), 'unknown'],
    ['a void card', () => card(true), 'void']
  ])('come back with %s, before they are checked and when they are sent', async (_, typed, wrong) => {
    const before = await stored(byCard)
    const sentence = translator('en')(`errors:code.${wrong}`, { length: 12 })
    const code = await typed()
    for (const reply of [
      await sendWith(house, byCard, { code, resend: '', stage: 'check' }),
      await sendWith(house, byCard, { code })
    ]) {
      expect(reply.statusCode).toBe(422)
      expect(reply.body).toContain(sentence)
    }
    expect(await stored(byCard)).toBe(before)
  })

  it('are thanked for again after the consultation has closed', async () => {
    const once = { code: await card(), resend: resend() }
    await sendWith(house, byCard, once)
    house.setClock('2026-04-02T12:00:00Z')
    try {
      const again = await sendWith(house, byCard, once)
      expect([again.statusCode, again.headers.location]).toEqual([303, thanks])
      expect((await sendWith(house, byCard, { ...once, resend: resend() })).statusCode).toBe(410)
    } finally {
      house.setClock('2026-03-10T12:00:00Z')
    }
  })
})

describe('answers that come with a token', () => {
  it('are one when it is sent with 50 different answers at the same time', async () => {
    const before = [await stored(byCard), await marks(byCard)]
    const token = await tokenFor(house, byCard, await card())
    const replies = await Promise.all(Array.from({ length: 50 }, () => sendWith(house, byCard, token)))
    expect(replies.filter(reply => reply.statusCode === 303)).toHaveLength(1)
    const refused = replies.filter(reply => reply.statusCode === 422)
    expect(refused).toHaveLength(49)
    expect(refused[0]!.body).toContain(translator('en')('errors:code.used'))
    expect([await stored(byCard), await marks(byCard)]).toEqual(before.map(count => count + 1))
  })

  it('are thanked for as often as they are sent again', async () => {
    const before = await stored(byCard)
    const once = { ...(await tokenFor(house, byCard, await card())), resend: resend() }
    const replies = await Promise.all(Array.from({ length: 20 }, () => sendWith(house, byCard, once)))
    expect(replies.map(reply => reply.statusCode)).toEqual(Array(20).fill(303))
    expect(await stored(byCard)).toBe(before + 1)
  })

  it('are refused with a token of another consultation', async () => {
    const other = await openConsultation(house, { slug: 'another', access: 'cards' })
    const [code = ''] = await printCards(house, other, 1)
    const reply = await sendWith(house, byCard, await tokenFor(house, other, code))
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain(translator('en')('errors:code.token'))
  })
})

describe('answers from a room', () => {
  const codeNow = async () =>
    roomCode(await secretIn(house.keyFolder, 'pepper'), room.id, roomWindowAt(house.now()))

  it('are taken when the code that came before they were checked is gone from the screen', async () => {
    const code = await codeNow()
    const checked = await sendWith(house, room, { code, resend: '', stage: 'check' })
    const [, id = ''] = /name="resend" value="([0-9a-f]{32})"/.exec(checked.body) ?? []
    house.setClock('2026-03-10T12:30:00Z')
    try {
      expect((await sendWith(house, room, { code, resend: id })).statusCode).toBe(303)
      expect((await sendWith(house, room, { code })).statusCode).toBe(422)
    } finally {
      house.setClock('2026-03-10T12:00:00Z')
    }
    expect(await stored(room)).toBe(1)
  })

  it('are as many as there are places', async () => {
    const code = await codeNow()
    const replies = await Promise.all(Array.from({ length: 6 }, () => sendWith(house, room, { code })))
    expect(replies.filter(reply => reply.statusCode === 303)).toHaveLength(2)
    expect(replies.find(reply => reply.statusCode === 422)!.body).toContain(
      translator('en')('errors:code.full')
    )
    expect(await house.database.db.$count(roomEntries, eq(roomEntries.consultationId, room.id))).toBe(3)
  })
})
