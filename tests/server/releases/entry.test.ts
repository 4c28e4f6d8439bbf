import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  cardBatches,
  cards,
  consultations,
  pendingMarks,
  roomEntries,
  rooms,
  spentMarks,
  tokenKeys
} from '../../../server/database/schema.ts'
import { entryOf } from '../../../server/releases/entry.ts'
import { openHouse, type House } from '../../support/house.ts'
import { smallQuestionnaire } from '../../support/small-consultation.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function consultationWith(access: 'open' | 'cards' | 'room'): Promise<string> {
  const draft = smallQuestionnaire()
  const [row] = await house.database.db
    .insert(consultations)
    .values({ slug: `with-${access}`, draft, access })
    .returning({ id: consultations.id })
  if (row === undefined) throw new Error('no consultation')
  return row.id
}

async function keepMarks(consultationId: string, spent: number, pending: number): Promise<void> {
  const marks = (count: number) =>
    Array.from({ length: count }, () => ({ consultationId, mark: randomBytes(32) }))
  await house.database.db.insert(spentMarks).values(marks(spent))
  await house.database.db.insert(pendingMarks).values(marks(pending))
}

const publicKey = randomBytes(294)
const fingerprint = createHash('sha256').update(publicKey).digest('base64url')

describe('how respondents were let in', () => {
  it('is said in one word where anybody could answer', async () => {
    expect(await entryOf(house.database.as('pourer').db, await consultationWith('open'))).toEqual({
      access: 'open'
    })
  })

  it('counts cards issued, void, used and counted; answers that still wait are not told', async () => {
    const { db } = house.database
    const consultationId = await consultationWith('cards')
    const [batch] = await db
      .insert(cardBatches)
      .values({ consultationId, partner: 'A school', size: 12, invitation: randomBytes(32) })
      .returning()
    await db.insert(cards).values(
      Array.from({ length: 13 }, (_, index) => ({
        consultationId,
        hash: randomBytes(32),
        batchId: batch?.id ?? '',
        void: index < 2,
        redeemedFor: index >= 4 ? randomBytes(32) : null
      }))
    )
    await db.insert(tokenKeys).values({ consultationId, purpose: 'cards', publicKey })
    await keepMarks(consultationId, 6, 2)
    expect(await entryOf(house.database.as('pourer').db, consultationId)).toEqual({
      access: 'cards',
      issued: 13,
      void: 2,
      redeemed: 9,
      accepted: 6,
      tokenKey: fingerprint
    })
  })

  it('counts seats and devices of a room, also before its key was ever needed', async () => {
    const { db } = house.database
    const consultationId = await consultationWith('room')
    await db.insert(rooms).values({ consultationId, quota: 30, screen: randomBytes(32) })
    await db
      .insert(roomEntries)
      .values(Array.from({ length: 4 }, () => ({ consultationId, redeemedFor: randomBytes(32) })))
    await keepMarks(consultationId, 3, 1)
    expect(await entryOf(house.database.as('pourer').db, consultationId)).toEqual({
      access: 'room',
      seats: 30,
      entered: 4,
      accepted: 3,
      tokenKey: null
    })
  })
})
