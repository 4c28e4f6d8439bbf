import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages, translator } from '#locales'
import { sql } from 'drizzle-orm'
import { keepDraft } from '../../server/secretariat/drafts.ts'
import { open } from '../../server/secretariat/open.ts'
import { formBody, formHeaders, openConsultation, openHouse, type House } from '../support/house.ts'
import { smallQuestionnaire } from '../support/small-consultation.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
  await openConsultation(house, { slug: 'from-thirteen' })
  await openConsultation(house, { slug: 'from-eight', agesFrom: 8 })
  await openConsultation(house, { slug: 'from-ten', agesFrom: 10 })
})
afterAll(() => house.close())

const bandsOn = async (slug: string): Promise<string[]> => {
  const { body } = await house.app.inject(`/en/${slug}`)
  return [...body.matchAll(new RegExp(`href="/en/${slug}/(\\w+)"`, 'g'))].map(([, band]) => band ?? '')
}

describe('the ages that are asked', () => {
  it('begin at thirteen unless the opening says otherwise', async () => {
    expect(await bandsOn('from-thirteen')).toEqual(['13_15', '16_17', '18_24', 'pns', 'under', 'over'])
    expect(await bandsOn('from-ten')).toEqual(['10_12', '13_15', '16_17', '18_24', 'pns', 'under', 'over'])
    expect(await bandsOn('from-eight')).toEqual([
      '8_9',
      '10_12',
      '13_15',
      '16_17',
      '18_24',
      'pns',
      'under',
      'over'
    ])
  })

  it('cannot be got around by a form put together by hand', async () => {
    const post = (slug: string, band: string) =>
      house.app.inject({
        method: 'POST',
        url: `/en/${slug}`,
        headers: formHeaders,
        payload: formBody({ band, version: '1' })
      })
    expect((await post('from-thirteen', '8_9')).statusCode).toBe(400)
    expect((await post('from-eight', '8_9')).statusCode).toBe(200)
    expect((await house.app.inject('/en/from-thirteen/8_9/questions')).statusCode).toBe(404)
    expect((await house.app.inject('/en/from-thirteen/8_9')).statusCode).toBe(404)
  })

  it.each(languages)(
    'have easy words up to twelve, in %s, on the cards and around the questions',
    async language => {
      const easy = translator(language, 'easy')
      const standard = translator(language)
      expect(easy('respond:cards.choice1')).not.toBe(standard('respond:cards.choice1'))
      for (const [band, t] of [
        ['8_9', easy],
        ['10_12', easy],
        ['pns', easy],
        ['13_15', standard]
      ] as const) {
        const cards = await house.app.inject(`/${language}/from-eight/${band}`)
        expect(cards.body).toContain(t('respond:cards.choice1'))
        const questions = await house.app.inject(`/${language}/from-eight/${band}/questions`)
        expect(questions.body).toContain(t('respond:form.promise'))
        expect(questions.body).toContain(`class="${t === easy ? 'easy' : 'standard'}"`)
      }
    }
  )

  it('are a promise that the database keeps once it has opened', async () => {
    await expect(
      house.database.db.execute(sql`update consultations set ages_from = 8 where slug = 'from-thirteen'`)
    ).rejects.toThrow()
  })

  it.each([
    [9, 'open.agesFrom'],
    [Number.NaN, 'open.agesFrom']
  ])('are one of three, and %s is told', async (agesFrom, code) => {
    const actor = { by: 'test', now: house.now() }
    await keepDraft(house.database.db, 'wrong-age', smallQuestionnaire(), actor)
    const opening = {
      slug: 'wrong-age',
      from: '2026-03-03',
      until: '2026-03-28',
      languages: ['en'],
      breakdowns: [],
      meeting: undefined,
      past: false,
      agesFrom
    }
    expect(await open(house.database.db, opening, house.key, actor)).toMatchObject({
      ok: false,
      problems: [{ at: '--ages-from', code }]
    })
  })
})
