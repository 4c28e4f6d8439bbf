import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { releaseReaderOf } from '../../server/releases/store.ts'
import { rememberedDocuments } from '../../server/remembered-documents.ts'
import { listerOf } from '../../server/what-there-is.ts'
import { openConsultation, openHouse, type House } from '../support/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
  await openConsultation(house)
})
afterAll(() => house.close())

describe('the list on the first page', () => {
  it('is of the same edition until something changes, and then of another within a second', async () => {
    const { db } = house.database
    const whatThereIs = listerOf(db, releaseReaderOf(db), () => house.now())
    const first = await whatThereIs()
    expect(first.open.map(({ consultation }) => consultation.slug)).toEqual(['getting-help'])
    house.setClock('2026-03-10T12:00:02Z')
    expect(await whatThereIs()).toBe(first)
    await openConsultation(house, { slug: 'second' })
    house.setClock('2026-03-10T12:00:03Z')
    const second = await whatThereIs()
    expect(second.open).toHaveLength(2)
    expect(second.edition).not.toBe(first.edition)
    house.setClock('2026-03-29T12:00:00Z')
    expect((await whatThereIs()).open).toHaveLength(0)
  })
})

describe('a page that is asked for again', () => {
  it('is rendered and compressed once for everybody', async () => {
    const documents = rememberedDocuments()
    let rendered = 0
    const ask = () => documents('privacy en', 'text/html', () => `<p>${(rendered += 1)}</p>`)
    const asked = await Promise.all([ask(), ask(), ask()])
    expect(new Set([...asked, await ask()]).size).toBe(1)
    expect(rendered).toBe(1)
  })

  it('is made again after it could not be made', async () => {
    const documents = rememberedDocuments()
    const failing = documents('home', 'text/html', () => {
      throw new RangeError('not now')
    })
    await expect(failing).rejects.toThrow('not now')
    expect((await documents('home', 'text/html', () => '<p>')).hash).toBeDefined()
  })
})
