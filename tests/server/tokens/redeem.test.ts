import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeFrom } from '#surveys'
import type { OpenedConsultation } from '../../../server/consultations/find.ts'
import { roomEntries } from '../../../server/database/schema.ts'
import { secretIn } from '../../../server/keys/secret.ts'
import { roomCode, roomWindowAt } from '../../../server/tokens/room-code.ts'
import { newToken, openRoom, printCards, redeem } from '../../support/tokens.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House
let consultation: OpenedConsultation
let room: OpenedConsultation

beforeAll(async () => {
  house = await openHouse()
  consultation = await openConsultation(house, { slug: 'by-card', access: 'cards', agesFrom: 8 })
  room = await openConsultation(house, { slug: 'in-a-room', access: 'room' })
})
afterAll(() => house.close())

describe('a card', () => {
  it('is redeemed for a signature, and for the same one as often as the same is asked for', async () => {
    const [code = ''] = await printCards(house, consultation, 1)
    const token = await newToken(consultation)
    const first = await redeem(house, consultation, code, token.blinded)
    expect(first.statusCode).toBe(200)
    expect(first.headers['cache-control']).toBe('no-store')
    expect(token.fields(first.body).signature).toMatch(/^[0-9a-f]{512}$/)
    const again = await redeem(house, consultation, ` ${code.toLowerCase()}`, token.blinded)
    expect([again.statusCode, again.body]).toEqual([200, first.body])
  })

  it('is not redeemed for anything else afterwards', async () => {
    const [code = ''] = await printCards(house, consultation, 1)
    await redeem(house, consultation, code, (await newToken(consultation)).blinded)
    const other = await redeem(house, consultation, code, (await newToken(consultation)).blinded)
    expect([other.statusCode, other.body]).toEqual([422, 'code.used'])
  })

  it('that 50 ask for at the same time gives one signature', async () => {
    const [code = ''] = await printCards(house, consultation, 1)
    const tokens = await Promise.all(Array.from({ length: 50 }, () => newToken(consultation)))
    const replies = await Promise.all(tokens.map(token => redeem(house, consultation, code, token.blinded)))
    expect(replies.filter(reply => reply.statusCode === 200)).toHaveLength(1)
    expect(replies.filter(reply => reply.body === 'code.used')).toHaveLength(49)
  })

  it('that is void is refused', async () => {
    const [code = ''] = await printCards(house, consultation, 1, true)
    const reply = await redeem(house, consultation, code, (await newToken(consultation)).blinded)
    expect([reply.statusCode, reply.body]).toEqual([422, 'code.void'])
  })

  it('of another consultation is not known', async () => {
    const other = await openConsultation(house, { slug: 'another', access: 'cards' })
    const [code = ''] = await printCards(house, other, 1)
    const reply = await redeem(house, consultation, code, (await newToken(consultation)).blinded)
    expect([reply.statusCode, reply.body]).toEqual([422, 'code.unknown'])
  })

  it('stays unused where the message cannot be signed', async () => {
    const [code = ''] = await printCards(house, consultation, 1)
    for (const blinded of ['00', 'ff'.repeat(256), 'ff'.repeat(255)])
      expect((await redeem(house, consultation, code, blinded)).body).toBe('code.token')
    expect((await redeem(house, consultation, code, 'no number')).statusCode).toBe(400)
    expect((await redeem(house, consultation, code, (await newToken(consultation)).blinded)).statusCode).toBe(
      200
    )
  })

  it('is not asked for in a consultation that is open to all', async () => {
    const open = await openConsultation(house)
    const reply = await redeem(house, open, codeFrom(randomBytes(11)), '0f'.repeat(256))
    expect([reply.statusCode, reply.body]).toEqual([422, 'code.unknown'])
  })
})

describe('a mistyped code', () => {
  it('is answered at once where its check character does not fit, and after a second where it does', async () => {
    const { blinded } = await newToken(consultation)
    const code = codeFrom(randomBytes(11))
    const began = performance.now()
    const mistyped = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0')
    expect((await redeem(house, consultation, mistyped, blinded)).body).toBe('code.mistyped')
    expect(performance.now() - began).toBeLessThan(900)
    expect((await redeem(house, consultation, code, blinded)).body).toBe('code.unknown')
    expect(performance.now() - began).toBeGreaterThanOrEqual(1000)
  })
})

describe('the code on the screen of a room', () => {
  const codeAfter = async (minutes: number): Promise<string> => {
    const pepper = await secretIn(house.keyFolder, 'pepper')
    return roomCode(pepper, room.id, roomWindowAt(house.now()) + minutes)
  }

  it('lets in as many as there are places, each once, however many ask at the same time', async () => {
    await openRoom(house, room, 12)
    const code = await codeAfter(0)
    const tokens = await Promise.all(Array.from({ length: 20 }, () => newToken(room)))
    const asked = [...tokens, ...tokens].map(token => redeem(house, room, code, token.blinded))
    const replies = await Promise.all(asked)
    expect(new Set(replies.filter(reply => reply.statusCode === 200).map(reply => reply.body)).size).toBe(12)
    expect(replies.filter(reply => reply.body === 'code.full')).toHaveLength(16)
    expect(await house.database.db.$count(roomEntries)).toBe(12)
    // Who is in stays in, when the code has changed.
    const inside = tokens[replies.findIndex(reply => reply.statusCode === 200)]!
    expect((await redeem(house, room, await codeAfter(60), inside.blinded)).statusCode).toBe(200)
  })

  it('is good for the window on the screen and the two before', async () => {
    const tried = []
    for (const minutes of [1, 0, -1, -2, -3]) {
      const { blinded } = await newToken(room)
      tried.push((await redeem(house, room, await codeAfter(minutes), blinded)).body)
    }
    expect(tried).toEqual(['code.unknown', 'code.full', 'code.full', 'code.full', 'code.unknown'])
  })
})
