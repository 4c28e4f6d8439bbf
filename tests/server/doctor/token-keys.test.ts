import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '../../../server/config.ts'
import { keyFiles } from '../../../server/doctor/key-files.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const look = () =>
  keyFiles.look({
    config: readConfig({ DATABASE_URL: house.url, EARSHOT_KEYS: house.keyFolder }),
    pool: house.database.pool,
    shared: undefined,
    now: house.now()
  })

it('misses the key that signs for cards, or another in its place, until nobody needs it any more', async () => {
  const one = await openConsultation(house, { slug: 'one', access: 'cards' })
  const other = await openConsultation(house, { slug: 'other', access: 'room' })
  expect(await look()).toEqual([expect.objectContaining({ state: 'ok' })])
  const folder = join(house.keyFolder, 'tokens')
  const names = await readdir(folder)
  const [ofOne = '', ofOther = ''] = [one, other].map(
    ({ id, access }) => names.find(name => name === `${id}-${access}.pem`) ?? ''
  )
  await rename(join(folder, ofOther), join(folder, ofOne))
  expect(await look()).toEqual([
    expect.objectContaining({ state: 'problem', says: expect.stringContaining('one: ') as string }),
    expect.objectContaining({ state: 'problem', says: expect.stringContaining('other: ') as string })
  ])
  await rm(join(folder, ofOne))
  expect(await look()).toHaveLength(2)
  house.setClock('2026-03-29T12:00:00Z')
  expect(await look()).toEqual([expect.objectContaining({ state: 'ok' })])
})
