import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages, translator } from '#locales'
import { sql } from 'drizzle-orm'
import { keepDraft } from '../../server/secretariat/drafts.ts'
import { open } from '../../server/secretariat/open.ts'
import { setPaused } from '../../server/secretariat/pause.ts'
import { assurances } from '../support/assurances.ts'
import { formBody, formHeaders, midway, openConsultation, openHouse, type House } from '../support/house.ts'
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
  const linked = [...body.matchAll(new RegExp(`href="/en/${slug}/(\\w+)"`, 'g'))].map(
    ([, name]) => name ?? ''
  )
  return linked.filter(name => name !== 'privacy')
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

  it.each(languages)('have easy words up to twelve, in %s, to the very end', async language => {
    const easy = translator(language, 'easy')
    const standard = translator(language)
    const at = (path: string) => house.app.inject(`/${language}/from-eight/${path}`)
    const post = (band: string, fields: Readonly<Record<string, string>>) =>
      house.app.inject({
        method: 'POST',
        url: `/${language}/from-eight`,
        headers: formHeaders,
        payload: formBody({ band, version: '1', ...fields })
      })
    for (const [band, ending, t] of [
      ['8_9', '/easy', easy],
      ['pns', '/easy', easy],
      ['13_15', '', standard]
    ] as const) {
      const cards = await at(band)
      expect(cards.body).toContain(`href="/${language}/from-eight/no-thanks${ending}"`)
      const questions = await at(`${band}/questions`)
      expect(questions.body).toContain(`"thanks":"/${language}/from-eight/thanks${ending}"`)
      const sent = await post(band, { resend: randomBytes(16).toString('hex') })
      expect(sent.headers.location).toBe(`/${language}/from-eight/thanks${ending}`)
      const thanks = await house.app.inject(sent.headers.location!)
      expect(thanks.body).toContain(t('respond:thanks.next2'))
      const declined = await at(`no-thanks${ending}`)
      for (const { body } of [thanks, declined]) {
        expect(body).toContain(`class="${t === easy ? 'easy' : 'standard'}"`)
        expect(body).toContain(`href="/${language}/from-eight/privacy${ending}"`)
        expect(body).toContain(
          `href="/ar${body === thanks.body ? '/from-eight/thanks' : '/from-eight/no-thanks'}${ending}"`
        )
        expect(body).toContain(t('chrome:cannotSee'))
      }
      expect((await post(band, { version: '7' })).body).toContain(t('chrome:message.newVersion.text'))
      expect((await post(band, { resend: 'zzz' })).body).toContain(t('chrome:message.unreadable.text'))
    }
    expect((await at('under')).body).toContain(easy('chrome:message.under.second'))
    expect((await at('over')).body).toContain('class="standard"')
  })

  it('have easy words also where a consultation takes a break or is over, and for thanks then', async () => {
    const easy = translator('en', 'easy')
    const standard = translator('en')
    const at = (path: string) => house.app.inject(`/en/early${path}`)
    const send = (band: string, resend: string) =>
      house.app.inject({
        method: 'POST',
        url: '/en/early',
        headers: formHeaders,
        payload: formBody({ band, version: '1', resend })
      })
    const found = await openConsultation(house, { slug: 'early', agesFrom: 8 })
    const [child, other] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')]
    await send('8_9', child)
    await send('16_17', other)
    const actor = { by: 'test', now: house.now() }
    await setPaused(house.database.db, found, { paused: true, reason: undefined, ...actor })
    house.setClock('2026-03-10T12:00:10Z')
    expect((await at('/8_9/questions')).body).toContain(easy('chrome:message.paused.text'))
    expect((await at('/16_17/questions')).body).toContain(standard('chrome:message.paused.text'))
    expect((await send('8_9', randomBytes(16).toString('hex'))).body).toContain(
      easy('chrome:message.paused.text')
    )
    expect((await send('8_9', child)).headers.location).toBe('/en/early/thanks/easy')
    expect((await send('16_17', other)).headers.location).toBe('/en/early/thanks')
    house.setClock('2026-04-01T12:00:00Z')
    expect((await send('8_9', child)).headers.location).toBe('/en/early/thanks/easy')
    expect((await at('/8_9')).body).toContain('class="easy"')
    expect((await at('/results/early')).body).toContain('class="standard"')
    house.setClock(midway)
  })

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
      agesFrom,
      assurances
    }
    expect(await open(house.database.db, opening, house.keyFolder, actor)).toMatchObject({
      ok: false,
      problems: [{ at: '--ages-from', code }]
    })
  })
})
