import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { waitingKeys } from '../../../server/database/schema.ts'
import { makeWaitingKey } from '../../../server/waiting-room/key-store.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const left = async () => [
  await readdir(join(house.keyFolder, 'waiting-room')),
  await readdir(join(house.keyFolder, 'waiting-room-copy')),
  await house.database.db.select().from(waitingKeys)
]

it('go in the next round where a pour was killed before it destroyed them, though nothing else is open', async () => {
  const { id: consultationId } = await openConsultation(house)
  house.setClock('2026-03-29T12:00:00Z')
  await house.tend()
  expect(await left()).toEqual([[], [], []])
  const id = randomUUID()
  const publicKey = await makeWaitingKey(house.keyFolder, id)
  await house.database.db.insert(waitingKeys).values({ id, consultationId, publicKey, open: false })
  await house.tend()
  expect(await left()).toEqual([[], [], []])
})
