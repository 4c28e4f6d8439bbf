import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { factsOf, translator, type Language } from '#locales'
import { readCode } from '#surveys'
import { invite } from '../../server/cards/invite.ts'
import type { OpenedConsultation } from '../../server/consultations/find.ts'
import { cardBatches, cards } from '../../server/database/schema.ts'
import { violations } from '../support/axe.ts'
import { scrollsSideways } from '../support/browser.ts'
import { keyOf, hashOf, sentAs } from '../support/cards.ts'
import { openConsultation } from '../support/house.ts'
import { hasFocus, press, tabTo } from '../support/keyboard.ts'
import { readQr } from '../support/qr.ts'
import { openVisits, type Visits } from '../support/visits.ts'

let visits: Visits
let consultation: OpenedConsultation
let key: string

beforeAll(async () => {
  visits = await openVisits()
  consultation = await openConsultation(visits.house, { slug: 'with-cards', access: 'cards' })
  key = await keyOf(visits.house, consultation, 'cards')
})
afterEach(() => visits.tidy())
afterAll(() => visits.close())

let partners = 0
async function invited(size = 20): Promise<string> {
  const { database, now } = visits.house
  const invitation = { partner: `School ${(partners += 1)}`, size, another: false }
  const made = await invite(database.db, consultation, invitation, { by: 'test', now: now() })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value.secret
}

const part = (page: Page, state: string) => page.locator(`[data-state="${state}"]`)
const shown = (page: Page, state: string) => part(page, state).waitFor({ state: 'visible' })

async function attest(page: Page): Promise<void> {
  await shown(page, 'before')
  await page.locator('[name=role][value=youth_worker]').check()
  await page.locator('[name=permissions]').check()
  await page.locator('#attest button').click()
}

/** Codes as they will stand on paper. */
const printed = (page: Page): Promise<string[]> => page.locator('.paper-card .code').allTextContents()

async function stored(secret: string) {
  const { db } = visits.house.database
  const [batch] = await db
    .select()
    .from(cardBatches)
    .where(eq(cardBatches.invitation, hashOf(secret)))
  return { batch: batch!, count: await db.$count(cards, eq(cards.batchId, batch!.id)) }
}

describe.each<Language>(['en', 'ar'])('a partner, in %s', language => {
  const t = translator(language)

  it('attests, draws, prints and deletes, and only hashes of the codes go over the wire', async () => {
    const secret = await invited()
    const page = await visits.open()
    const sent: string[] = []
    page.on('request', request => sent.push(`${request.url()} ${request.postData() ?? ''}`))
    await page.goto(`${visits.site}/${language}/partner#${secret}`)
    await shown(page, 'before')
    expect(page.url()).toBe(`${visits.site}/${language}/partner`)
    const facts = await part(page, 'before').locator('#what, #facts').allInnerTexts()
    await attest(page)
    await shown(page, 'ready')
    // Whoever prints later still sees of which consultation the cards are, and how many.
    expect(await part(page, 'ready').locator('.lead, .facts').allInnerTexts()).toEqual(facts)
    expect(facts.join()).toContain('20')
    const codes = await printed(page)
    expect(codes).toHaveLength(21)
    expect(await stored(secret)).toMatchObject({ count: 21, batch: { attestedAs: 'youth_worker' } })

    // The page has sent every one of them as a hash, and none as it is.
    const plain = codes.flatMap(code => {
      const read = readCode(code, 12)
      return read.ok ? [read.value] : []
    })
    expect(new Set(plain).size).toBe(21)
    const body = new URLSearchParams(sent.find(each => each.includes('/partner/cards'))?.split(' ')[1])
    const hashes = (text: string) =>
      Buffer.from(text, 'base64url').toString('hex').match(/.{64}/g)?.toSorted()
    expect(hashes(body.get('cards') ?? '')).toEqual(hashes(sentAs(consultation, plain)))
    for (const code of [...codes, ...plain]) expect(sent.join('\n')).not.toContain(code)
    expect(sent.every(each => !each.split(' ')[0]?.includes(secret))).toBe(true)

    await page.locator('#printed').click()
    await shown(page, 'sure')
    await page.locator('#keep').click()
    await page.locator('#printed').click()
    await page.locator('#delete').click()
    await shown(page, 'done')
    expect(await printed(page)).toEqual([])
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toMatch(/"codes|[0-9A-Z]{12}/)
    await page.reload()
    await shown(page, 'drawn')
    expect(await part(page, 'drawn').innerText()).toContain(t('partner:notice.drawn.text'))
  })

  it('finds the cards again after a reload, whatever becomes of the connection', async () => {
    const page = await visits.visit(`/${language}/partner#${await invited()}`)
    await attest(page)
    await shown(page, 'ready')
    const codes = await printed(page)
    await page.route('**/partner/{batch,cards}', route => route.abort())
    await page.reload()
    await shown(page, 'ready')
    expect(await printed(page)).toEqual(codes)
  })

  it('is told what is missing before anything is drawn', async () => {
    const page = await visits.visit(`/${language}/partner#${await invited()}`)
    await shown(page, 'before')
    await page.locator('#attest button').click()
    expect(await page.locator('.error:visible').allInnerTexts()).toEqual([
      t('partner:role.missing'),
      t('partner:permission.missing')
    ])
    expect(await hasFocus(page.locator('[name=role]'))).toBe(true)
    await page.locator('[name=role]').first().check()
    await page.locator('#attest button').click()
    expect(await page.locator('.error:visible').allInnerTexts()).toEqual([t('partner:permission.missing')])
    expect(await hasFocus(page.locator('[name=permissions]'))).toBe(true)
  })

  it('does all of it with nothing but the keyboard, and axe finds nothing on the way', async () => {
    const page = await visits.visit(`/${language}/partner#${await invited()}`)
    await shown(page, 'before')
    expect(await violations(page)).toEqual([])
    await tabTo(page, page.locator('[name=role]').first())
    await press(page, 'Space', 'ArrowDown')
    await tabTo(page, page.locator('[name=permissions]'))
    await press(page, 'Space')
    await tabTo(page, page.locator('#attest button'))
    await press(page, 'Enter')
    await shown(page, 'ready')
    expect(await hasFocus(part(page, 'ready').locator('h2'))).toBe(true)
    expect(await violations(page)).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
    await tabTo(page, page.locator('#printed'))
    await press(page, 'Enter')
    await tabTo(page, page.locator('#delete'))
    await press(page, 'Enter')
    await shown(page, 'done')
    expect(await violations(page)).toEqual([])
  })

  it('prints eight cards a sheet in the direction of their language, and nothing of the page', async () => {
    const page = await visits.visit(`/${language}/partner#${await invited()}`)
    await attest(page)
    await shown(page, 'ready')
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 726, height: 1054 })
    expect(await page.locator('.sheet').count()).toBe(3)
    expect(await page.locator('#sheets').getAttribute('dir')).toBe(factsOf(language).dir)
    expect(await page.locator('h1:visible, header:visible, footer:visible, button:visible').count()).toBe(0)
    const cut = await page
      .locator('.paper-card')
      .evaluateAll(all => all.filter(each => each.scrollHeight > each.clientHeight).length)
    expect(cut).toBe(0)
    const [first, second] = await page
      .locator('.paper-card')
      .evaluateAll(all => all.slice(0, 2).map(each => each.getBoundingClientRect().x))
    expect(first! < second!).toBe(language !== 'ar')
    // Chromium numbers the pages of a PDF by these.
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(3)
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/)
  })
})

describe('cards', () => {
  it('can be in any language of the consultation, with the same codes', async () => {
    const page = await visits.visit(`/en/partner#${await invited()}`)
    await attest(page)
    await shown(page, 'ready')
    const codes = await printed(page)
    await page.locator('#language').selectOption('ar')
    expect(await printed(page)).toEqual(codes)
    expect(await page.locator('#sheets').getAttribute('lang')).toBe('ar')
    const address = `${visits.site.replace('http://', '')}/ar/with-cards`
    const shownAddress = await page.locator('.paper-card .address').first().textContent()
    expect(shownAddress?.replace(/[\u2060\u200b]/g, '')).toBe(address)
    expect(await page.locator('.paper-card').first().textContent()).toContain(
      translator('ar')('partner:card.once')
    )
  })

  it('lead to the questions with their code and the fingerprint of the key', async () => {
    const page = await visits.visit(`/en/partner#${await invited(1)}`)
    await attest(page)
    await shown(page, 'ready')
    await page.emulateMedia({ media: 'print' })
    for (const at of [0, 1]) {
      const code = (await printed(page))[at]?.replaceAll('-', '')
      const read = await readQr(page.locator('.paper-card .qr').nth(at))
      expect(read).toBe(`${visits.site}/en/with-cards#c=${code}&k=${key}`)
    }
  })

  it('are sent again when the connection was cut before the answer came, and are then the very same', async () => {
    const secret = await invited()
    const page = await visits.visit(`/en/partner#${secret}`)
    // The server takes them in; the answer is lost on the way back.
    await page.route('**/partner/cards', async route => {
      await route.fetch()
      await route.abort()
    })
    await attest(page)
    await shown(page, 'away')
    expect(await printed(page)).toEqual([])
    const { count } = await stored(secret)
    expect(count).toBe(21)
    await page.unroute('**/partner/cards')
    await page.locator('#again').click()
    await shown(page, 'ready')
    expect(await printed(page)).toHaveLength(21)
    expect((await stored(secret)).count).toBe(21)
  })

  it('are refused in a second browser, which is told so', async () => {
    const secret = await invited()
    const [one, other] = await Promise.all([
      visits.visit(`/en/partner#${secret}`),
      visits.visit(`/en/partner#${secret}`)
    ])
    await Promise.all([shown(one, 'before'), shown(other, 'before')])
    await attest(one)
    await shown(one, 'ready')
    await attest(other)
    await shown(other, 'drawn')
    expect(await printed(other)).toEqual([])
    expect(await other.evaluate(() => Object.keys(sessionStorage))).toEqual(['link'])
  })
})

describe('a link', () => {
  it('goes along into another language, in this tab', async () => {
    const page = await visits.visit(`/en/partner#${await invited()}`)
    await shown(page, 'before')
    await page.locator('.languages a[lang=fr]').click()
    await page.waitForURL('**/fr/partner')
    await shown(page, 'before')
  })

  it.each(['', '#AAAAAAAAAAAAAAAAAAAAAA', '#half'])('“%s” is said not to work', async fragment => {
    const page = await visits.visit(`/en/partner${fragment}`)
    await shown(page, 'unknown')
    expect(await violations(page)).toEqual([])
  })

  it('is of no use without a script: the page says what it needs and why', async () => {
    const page = await visits.visit(`/en/partner#${await invited()}`, { javaScriptEnabled: false })
    expect(await page.locator('main').innerText()).toContain(translator('en')('partner:notice.needs.text'))
    expect(await page.locator('#attest').isVisible()).toBe(false)
  })
})
