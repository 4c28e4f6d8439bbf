import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenedConsultation } from '../../../server/consultations/find.ts'
import { remarks } from '../../../server/database/schema.ts'
import { removeRemarks } from '../../../server/secretariat/remove-remarks.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House
let consultation: OpenedConsultation

beforeAll(async () => {
  house = await openHouse()
  consultation = await openConsultation(house)
  const texts = [
    'My brother reads\nmy messages every evening',
    'yes',
    'yes please',
    'Call me: […]',
    ...Array.from({ length: 4 }, () => 'More helplines by chat')
  ]
  await house.database.db
    .insert(remarks)
    .values(
      texts.map(text => ({ versionId: consultation.version.id, question: 'message', text, doubtful: false }))
    )
})
afterAll(() => house.close())

const closed = new Date('2099-01-01T12:00:00Z')
const remove = (quotation: string, now = closed) =>
  removeRemarks(house.database.as('pourer').db, consultation, quotation, { by: 'test', now })
const texts = async () => (await house.database.db.select().from(remarks)).map(({ text }) => text)

describe('own words that somebody wants gone', () => {
  it('go by a longer part, however it was broken into lines', async () => {
    expect(await remove('  brother reads my   messages\n')).toEqual({ ok: true, value: 1 })
    expect((await texts()).join()).not.toContain('brother')
  })

  it('go by the whole of a short text, which may stand in others', async () => {
    expect(await remove('yes')).toEqual({ ok: true, value: 1 })
    expect(await texts()).toContain('yes please')
  })

  it('are found though a number in them was masked', async () => {
    expect(await remove('Call me: +41 79 123 45 67')).toEqual({ ok: true, value: 1 })
  })

  it('are told to be sealed still while the questions are open, whatever is quoted', async () => {
    for (const quotation of ['yes please', 'I never wrote this sentence'])
      expect(await remove(quotation, house.now())).toMatchObject({
        ok: false,
        problems: [{ code: 'remarks.stillSealed' }]
      })
  })

  it.each([
    ['nothing', ' \n', 'remarks.empty'],
    ['what nobody wrote', 'I never wrote this sentence', 'remarks.notFound'],
    ['what many wrote', 'helplines by chat', 'remarks.tooMany'],
    ['a pattern', '%', 'remarks.notFound']
  ])('stay where %s is quoted', async (_, quotation, code) => {
    const before = await texts()
    expect(await remove(quotation)).toMatchObject({ ok: false, problems: [{ code }] })
    expect(await texts()).toEqual(before)
  })
})
