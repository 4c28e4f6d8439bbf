import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenedConsultation } from '../../server/consultations/find.ts'
import { remarks, responses, waiting } from '../../server/database/schema.ts'
import { sealBytes } from '../../server/waiting-room/seal.ts'
import { formHeaders, openConsultation, openHouse, type House } from '../support/house.ts'
import {
  exampleBlocks,
  exampleForm,
  exampleFormat,
  exampleOf,
  exampleResend,
  openedFixture,
  withExamples
} from '../support/life-example.ts'

const document = readFileSync(
  fileURLToPath(new URL('../../docs/life-of-a-response.md', import.meta.url)),
  'utf8'
)
let house: House
let consultation: OpenedConsultation

beforeAll(async () => {
  house = await openHouse()
  consultation = await openConsultation(house)
})
afterAll(() => house.close())

describe('the document about the life of a response', () => {
  it('shows what the code makes: after a change, npm run documents', () => {
    const blocks = exampleBlocks()
    for (const [name, block] of blocks)
      expect(document).toContain(`<!-- example: ${name} -->\n\`\`\`\n${block}`)
    expect(document).toBe(withExamples(document))
  })

  it('shows a sealed row that opens to the payload beside it', () => {
    expect(openedFixture()).toEqual(exampleOf().payload)
  })

  it('says what becomes of it in the house: sealed while it waits, and after the pour the codes that it shows', async () => {
    const { db } = house.database
    const headers = { ...formHeaders }
    const url = `/en/${consultation.slug}`
    for (let person = 0; person < 12; person += 1) {
      const id = person.toString(16).padStart(32, '0')
      const payload = exampleForm.replace(exampleResend, id)
      const sent = await house.app.inject({ method: 'POST', url, headers, payload })
      expect(sent.statusCode).toBe(303)
    }
    const rows = await db.select().from(waiting)
    expect(rows).toHaveLength(12)
    expect(new Set(rows.map(({ sealed }) => sealed.length))).toEqual(
      new Set([exampleFormat.length + sealBytes])
    )
    expect(await db.$count(responses)).toBe(0)

    house.setClock('2026-03-29T12:00:00Z')
    await house.tend()
    const { packed } = exampleOf().coded
    const poured = await db.select().from(responses).where(eq(responses.versionId, consultation.version.id))
    expect(poured.map(({ answers }) => answers)).toEqual(Array.from({ length: 12 }, () => packed))
    const words = await db.select().from(remarks)
    expect(words).toHaveLength(12)
    expect(words[0]).toMatchObject({
      question: 'message',
      text: 'Listen to us!',
      language: 'en',
      ageBand: '13_15'
    })
    expect(await db.$count(waiting)).toBe(0)
  })
})
