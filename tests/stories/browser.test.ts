import type { Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { factsOf, languages } from '#locales'
import { violations } from '../support/axe.ts'
import { scrollsSideways } from '../support/browser.ts'
import { tooSmall } from '../support/targets.ts'
import { handsOn, leftOn, openVisits, questionsPath, type Visits } from '../support/visits.ts'

let visits: Visits

beforeAll(async () => {
  visits = await openVisits()
})
afterEach(() => visits.tidy())
afterAll(() => visits.close())

const visit = (path: string, script = true): Promise<Page> =>
  visits.visit(path, { javaScriptEnabled: script })

describe.each(languages)('a young person with a phone, in %s', language => {
  it('answers one question at a time, goes back, skips, checks, sends, and leaves nothing behind', async () => {
    const { t, words, choose, goOn, skip, skipToReview, heading, send } = handsOn(visits, language)
    const before = (await visits.stored()).length
    const page = await visit(`/${language}/getting-help`)
    expect(await page.locator('html').getAttribute('dir')).toBe(factsOf(language).dir)
    await page.locator('a[href$="/16_17"]').click()
    expect(await page.locator('.information > li').count()).toBe(5)
    await page.getByRole('link', { name: t('respond:cards.start') }).click()
    await page.locator('#continue').waitFor()
    expect(await page.locator('fieldset:visible').count()).toBe(1)
    const first = await heading(page)

    // What is chosen last takes back what cannot stand beside it.
    await page.locator('fieldset:visible input[value=pns]').check()
    await choose(page, 'devices', 'own_phone')
    expect(await page.locator('fieldset:visible input:checked').count()).toBe(1)
    await goOn(page)
    expect(await heading(page)).not.toBe(first)
    await page.goBack()
    expect(await heading(page)).toBe(first)
    expect(await page.locator('input[value=own_phone]').isChecked()).toBe(true)
    await page.goForward()

    await page.locator('input[name="q.hours"][type=text]').fill('many')
    await goOn(page)
    expect(await page.title()).toContain(t('chrome:titledError', { title: '' }).split(/[\s:：]/)[0]!)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('summary')
    await page.locator('input[name="q.hours"][type=text]').fill('5')
    await goOn(page)
    await choose(page, 'safe', 'quite_safe')
    await page.reload()
    await page.locator('#continue').waitFor()
    expect(await page.locator('input[value=quite_safe]').isChecked()).toBe(true)
    await goOn(page)
    await choose(page, 'upset', 'yes')
    await goOn(page)
    await choose(page, 'told', 'friend')
    await goOn(page)
    // Whoever told somebody is not asked what stopped them.
    expect(await page.locator('fieldset:visible input[name="q.knows_helpline"]').count()).toBeGreaterThan(0)
    await skip(page)
    // Pressed in the order in which they matter, then one is moved up.
    for (const code of ['parents', 'lessons'])
      await page.locator('button.option', { hasText: words('wishes', code) }).click()
    await page
      .getByRole('button', {
        name: t('respond:form.moveUp', { option: `\u2068${words('wishes', 'lessons')}\u2069` })
      })
      .click()
    await skipToReviewFrom(page)

    expect(await page.locator('#answers').innerText()).toContain(words('told', 'friend'))
    expect(await page.locator('#answers').innerText()).toContain(t('respond:check.none'))
    // A link to change an answer comes straight back.
    await page.locator('#answers button').nth(2).click()
    await choose(page, 'safe', 'not_safe')
    await goOn(page)
    expect(await page.locator('#review:visible').count()).toBe(1)
    expect((await visits.stored()).length).toBe(before)
    await send(page)
    await page.waitForURL('**/thanks')
    const all = await visits.stored()
    expect(all).toHaveLength(before + 1)
    const sent = all.find(
      each => each.language === language && each.answers.get('told')?.state === 'answered'
    )
    expect(Object.fromEntries(sent!.answers)).toMatchObject({
      devices: { codes: ['own_phone'] },
      hours: { number: 5 },
      safe: { codes: ['not_safe'] },
      told: { codes: ['friend'] },
      stopped: { state: 'not_shown' },
      wishes: { codes: ['lessons', 'parents'] },
      age_band: { codes: ['16_17'] }
    })
    expect(await leftOn(page)).toEqual([])

    async function skipToReviewFrom(page: Page): Promise<void> {
      await goOn(page)
      await skipToReview(page)
    }
  })

  it.each(['with styles', 'without styles'])('answers the whole form without a script, %s', async how => {
    const { t, words, choose } = handsOn(visits, language)
    const before = (await visits.stored()).length
    const page = await visit(`/${language}/getting-help`, false)
    if (how.startsWith('without')) await page.route('**/*', withoutStyles)
    await page.locator('a[href$="/18_24"]').click()
    await page.getByRole('link', { name: t('respond:cards.start') }).click()
    await choose(page, 'devices', 'public')
    await choose(page, 'upset', 'no')
    await page.locator('textarea').fill('‏ Listen — اسمعونا <3')
    await page.locator('#paper button').click()
    expect(await page.locator('main').innerText()).toContain(words('devices', 'public'))
    await page.getByRole('button', { name: t('respond:check.send') }).click()
    await page.waitForURL('**/thanks')
    expect(await page.locator('h1').innerText()).toBe(t('respond:thanks.title'))
    expect(await visits.stored()).toHaveLength(before + 1)
    expect(await page.context().cookies()).toEqual([])
  })

  it('finds everything as it was after changing to another language, with a script and without', async () => {
    const other = language === 'ar' ? 'en' : 'ar'
    const { choose, goOn } = handsOn(visits, language)
    const page = await visit(questionsPath(language))
    await choose(page, 'devices', 'school')
    await goOn(page)
    await page.locator('input[name="q.hours"][type=text]').fill('3')
    await page.locator(`.languages [lang^="${other}"]`).click()
    await page.waitForURL(`**/${other}/**`)
    expect(await page.locator('fieldset:visible input[name="q.hours"]').first().inputValue()).toBe('3')
    await page.goBack()

    const plain = await visit(questionsPath(language), false)
    await choose(plain, 'devices', 'school')
    await plain.locator(`.languages [lang^="${other}"]`).click()
    expect(await plain.locator('html').getAttribute('lang')).toBe(other)
    expect(await plain.locator('input[value=school]').isChecked()).toBe(true)
    await plain.locator('#paper button').click()
    await plain.locator(`.languages [lang="${factsOf(language).tag}"]`).click()
    expect(await plain.locator('main').innerText()).toContain(
      handsOn(visits, language).words('devices', 'school')
    )
  })
})

describe.each(['en', 'ar'] as const)('the pages in %s', language => {
  it.each([
    ['home', ''],
    ['landing', '/getting-help'],
    ['cards', '/getting-help/16_17'],
    ['cards in easy words', '/getting-help/pns'],
    ['questions', '/getting-help/16_17/questions'],
    ['questions in easy words', '/getting-help/pns/questions'],
    ['no thanks', '/getting-help/no-thanks'],
    ['no thanks in easy words', '/getting-help/no-thanks/easy'],
    ['too young', '/getting-help/under'],
    ['thanks', '/getting-help/thanks'],
    ['thanks in easy words', '/getting-help/thanks/easy'],
    ['help', '/help'],
    ['about', '/about'],
    ['privacy', '/privacy'],
    ['accessibility', '/accessibility'],
    ['not found', '/nothing-here']
  ])('have no barrier on “%s”, nothing past the sides at 320 px, and room for a thumb', async (_, path) => {
    const page = await visit(`/${language}${path}`)
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await scrollsSideways(page)).toBe(false)
    expect(await violations(page)).toEqual([])
    // The way back to answers that are kept is shown where there are some.
    await page.evaluate(() => document.getElementById('resume')?.removeAttribute('hidden'))
    expect(await tooSmall(page)).toEqual([])
  })
})

/** Answers without the style sheet that stands in the page. */
async function withoutStyles(route: Route): Promise<void> {
  const response = await route.fetch({ maxRedirects: 0 })
  const body = (await response.text()).replace(/<style>[\s\S]*?<\/style>/, '')
  await route.fulfill({ response, body })
}
