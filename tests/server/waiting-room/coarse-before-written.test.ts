import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { codebookOf, pack, type Answers } from '#surveys'
import type { OpenedConsultation } from '../../../server/consultations/find.ts'
import { responses } from '../../../server/database/schema.ts'
import { keepResponses } from '../../../server/waiting-room/keep-responses.ts'
import { answersTo } from '../../support/waiting.ts'
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

beforeAll(async () => {
  house = await openHouse()
  consultation = await openConsultation(house)
})
afterAll(() => house.close())

async function send(band: string, url = '/en/getting-help'): Promise<number> {
  const fields = { band, version: '1', resend: randomBytes(16).toString('hex'), 'q.hours': '5' }
  const sent = await house.app.inject({
    method: 'POST',
    url,
    headers: formHeaders,
    payload: formBody(fields)
  })
  return sent.statusCode
}

it('never writes a rare answer down as it was: it is coarse before it is poured', async () => {
  const bands = ['18_24', ...Array<string>(10).fill('16_17')]
  for (const band of bands) expect(await send(band)).toBe(303)
  house.setClock('2026-03-29T12:00:00Z')
  await house.tend()
  const ages = (await answersTo(house, consultation)).map(({ answers }) => answers.get('age_band'))
  expect(ages.filter(age => age !== undefined && 'codes' in age)).toHaveLength(10)
  // A row that was changed would stand behind those that were written first, and its old form still in its place.
  const { db, pool } = house.database
  expect(await db.$count(responses, eq(responses.versionId, consultation.version.id))).toBe(bands.length)
  const { rows } = await pool.query<{ last: number }>(
    'select max((ctid::text::point)[1])::integer as last from responses'
  )
  expect(rows).toEqual([{ last: bands.length }])
})

it('makes answers on paper coarse also where too few others came, which are destroyed', async () => {
  house.setClock(midway)
  const mixed = await openConsultation(house, { slug: 'mixed' })
  const codebook = codebookOf(mixed.version.questionnaire)
  const aged = (code: string) => {
    const answers: Answers = new Map([['age_band', { state: 'answered', codes: [code] }]])
    return { packed: pack(codebook, 'en', answers), remarks: [] }
  }
  const onPaper = ['18_24', ...Array<string>(10).fill('16_17')].map(aged)
  const pourer = house.database.as('pourer').db
  await pourer.transaction(tx => keepResponses(tx, mixed.version, onPaper))
  expect(await send('16_17', '/en/mixed')).toBe(303)
  house.setClock('2026-03-29T12:00:00Z')
  await house.tend()
  const ages = (await answersTo(house, mixed)).map(({ answers }) => answers.get('age_band'))
  expect(ages).toHaveLength(11)
  expect(ages.filter(age => age !== undefined && 'codes' in age)).toHaveLength(10)
})
