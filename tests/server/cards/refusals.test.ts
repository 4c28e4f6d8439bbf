import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invite } from '../../../server/cards/invite.ts'
import type { OpenedConsultation } from '../../../server/consultations/find.ts'
import { auditLog, cardBatches } from '../../../server/database/schema.ts'
import { setUpRoom } from '../../../server/rooms/room.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House
let withCards: OpenedConsultation
let room: OpenedConsultation

beforeAll(async () => {
  house = await openHouse()
  withCards = await openConsultation(house, { slug: 'cards', access: 'cards' })
  room = await openConsultation(house, { slug: 'hall', access: 'room' })
})
afterAll(() => house.close())

const by = 'test'
const midway = new Date('2026-03-10T12:00:00Z')
const before = new Date('2026-03-01T12:00:00Z')
const afterwards = new Date('2026-03-29T12:00:00Z')
const problems = (made: Awaited<ReturnType<typeof invite | typeof setUpRoom>>) =>
  made.ok ? [] : made.problems.map(({ at, code }) => `${at} ${code}`)

describe('an invitation to print cards', () => {
  const inviting = (partner: string, size: number, now = midway, to = withCards) =>
    invite(house.database.db, to, { partner, size, another: true }, { by, now })

  it('is made as soon as the consultation is fixed, also before its first day', async () => {
    for (const [size, now] of [
      [1, before],
      [5000, midway]
    ] as const)
      expect(problems(await inviting('School', size, now))).toEqual([])
  })

  it.each([
    ['more cards than 5 000', 'School', 5001, ['--cards partner.size']],
    ['no card', 'School', 0, ['--cards partner.size']],
    ['half a card', 'School', 1.5, ['--cards partner.size']],
    ['no number', 'School', Number.NaN, ['--cards partner.size']],
    ['no name', ' ', 10, ['--partner partner.name']],
    ['a name of two lines', 'A\nB', 10, ['--partner partner.name']],
    ['a name that nobody reads to its end', 'A'.repeat(81), 10, ['--partner partner.name']],
    ['both wrong', '', -1, ['--partner partner.name', '--cards partner.size']]
  ])('is refused with %s, and nothing is kept', async (_what, partner, size, found) => {
    const there = await house.database.db.$count(cardBatches)
    const noted = await house.database.db.$count(auditLog)
    expect(problems(await inviting(partner, size))).toEqual(found)
    expect(await house.database.db.$count(cardBatches)).toBe(there)
    expect(await house.database.db.$count(auditLog)).toBe(noted)
  })

  it('is refused where nobody answers with cards, or no longer', async () => {
    expect(problems(await inviting('School', 10, midway, room))).toEqual(['hall partner.notCards'])
    expect(problems(await inviting('School', 10, afterwards))).toEqual(['cards partner.closed'])
  })
})

describe('a room', () => {
  const setting = (seats: number, now = midway, of = room) =>
    setUpRoom(house.database.db, of, seats, { by, now })

  it.each([5001, 0, 1.5, Number.NaN])('is refused with %d seats', async seats => {
    expect(problems(await setting(seats))).toEqual(['--seats room.seats'])
  })

  it('is refused where nobody answers in a room, or no longer', async () => {
    expect(problems(await setting(10, midway, withCards))).toEqual(['cards room.notRoom'])
    expect(problems(await setting(10, afterwards))).toEqual(['hall room.closed'])
  })
})
