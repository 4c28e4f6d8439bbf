import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { directoryOf, type Directory } from '../../../server/consultations/directory.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House
let directory: Directory

beforeAll(async () => {
  house = await openHouse()
  await openConsultation(house)
  directory = directoryOf(house.database.db, () => house.now())
})
afterAll(() => house.close())

describe('a consultation that is asked for often', () => {
  it('stays the same object, with the pages made from it, while made-up names are asked for', async () => {
    const known = await directory('getting-help')
    expect(known?.slug).toBe('getting-help')
    const madeUp = Array.from({ length: 700 }, (_, each) => directory(`made-up-${each}`))
    expect(new Set(await Promise.all(madeUp))).toEqual(new Set([undefined]))
    expect(await directory('getting-help')).toBe(known)
    house.setClock('2026-03-10T12:00:05Z')
    expect(await directory('getting-help')).toBe(known)
  })

  it('is there within a second of its opening, though somebody asked for it before', async () => {
    expect(await directory('early')).toBeUndefined()
    await openConsultation(house, { slug: 'early' })
    house.setClock('2026-03-10T12:00:06Z')
    expect((await directory('early'))?.slug).toBe('early')
  })

  it('is asked for once by many at the same moment', async () => {
    house.setClock('2026-03-10T12:00:07Z')
    const found = await Promise.all(Array.from({ length: 50 }, () => directory('early')))
    expect(new Set(found).size).toBe(1)
  })
})
