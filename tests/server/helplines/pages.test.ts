import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countryName, formatDate, nameOrder, translator } from '#locales'
import { unescaped } from '../../support/document-tables.ts'
import { openHelp, textOf, type Help } from '../../support/help-pages.ts'
import { helpline } from '../../support/helplines.ts'

let help: Help

beforeAll(async () => {
  help = await openHelp()
})
beforeEach(() => help.afresh())
afterAll(() => help.house.close())

describe.each(['en', 'ar'] as const)('the page of help in %s', language => {
  const t = translator(language)

  it('says what is good everywhere, and how to leave without a trace', async () => {
    const html = await help.page(`/${language}/help`)
    const text = textOf(html)
    for (const key of ['danger', 'talk1', 'talk2', 'online1', 'limits', 'traces2', 'traces3', 'traces4'])
      expect(text).toContain(textOf(t(`help:${key}`)))
    expect(text).toContain(t('help:traces1', { leave: t('chrome:leave') }))
    expect(html).toContain(`id="leave" href="/${language}/leave"`)
    expect(html).not.toContain(t('help:countriesTitle'))
  })

  it('leads to the countries that have a helpline, in the order of the language', async () => {
    const codes = ['GB', 'EG', 'CN', 'FR', 'AT', 'MA']
    await help.keep(
      ...codes.map(country => helpline({ country })),
      helpline({ country: 'GB', name: 'Second' }),
      helpline({ country: 'DE', verifiedOn: null, verifiedBy: null })
    )
    const html = await help.page(`/${language}/help`)
    const links = [...html.matchAll(/<li><a href="\/\w+\/help\/(\w+)">([^<]+)</g)].map(([, code, name]) => ({
      code: code ?? '',
      name: unescaped(name ?? '')
    }))
    expect(html).toContain(t('help:countriesTitle'))
    expect(links.map(({ code }) => code).sort()).toEqual([...codes].sort())
    expect(links.map(({ name }) => name)).toEqual(
      codes.map(code => countryName(code, language)).toSorted(nameOrder(language))
    )
  })

  it('has a page for a country, with all that is known of each helpline', async () => {
    await help.keep(
      helpline({ number: '+44 (0)1632 960-001', languages: ['en', 'ar'] }),
      helpline({
        name: 'By day',
        number: null,
        website: 'https://day.example/chat',
        hours: '9–17',
        cost: 'unknown'
      })
    )
    const html = await help.page(`/${language}/help/GB`)
    const text = textOf(html)
    expect(text).toContain(t('help:country.title', { country: countryName('GB', language) }))
    expect(html).toContain('href="tel:+441632960001"')
    expect(html).toContain(
      '<a href="https://day.example/chat" rel="noreferrer"><bdi dir="ltr">day.example/chat</bdi></a>'
    )
    expect(html).toContain('<bdi>9–17</bdi>')
    for (const key of ['always', 'free', 'unknownCost']) expect(text).toContain(t(`help:line.${key}`))
    expect(text).toContain(textOf(formatDate('2026-03-01', language)))
    expect(text).toContain('https://line.example/about')
    expect(text).toContain(t('help:limits'))
    expect(text).toContain(t('help:danger'))
    expect(html).toContain('id="leave"')
    expect(html).toContain(`href="/${language}/help"`)
    // Who verified it is nobody else's business.
    expect(text).not.toContain('Somebody Careful')
  })

  it('puts the helplines that speak its language first', async () => {
    await help.keep(
      helpline({ name: 'A', languages: ['es'] }),
      helpline({ name: 'B', languages: ['fr', `${language}-GB`] }),
      helpline({ name: 'C', languages: [language] })
    )
    const html = await help.page(`/${language}/help/GB`)
    expect([...html.matchAll(/<h2><bdi>(\w)<\/bdi><\/h2>/g)].map(([, name]) => name)).toEqual(['B', 'C', 'A'])
  })

  it.each(['FR', 'XX', 'fr', 'nowhere', '%3Cscript%3E', '..%2F'])(
    'is good for everybody, without any helpline, for %s',
    async country => {
      await help.keep(helpline(), helpline({ country: 'FR', verifiedOn: '2025-01-01' }))
      const html = await help.page(`/${language}/help/${country}`)
      const text = textOf(html)
      for (const key of ['danger', 'talk1', 'talk2', 'limits', 'country.noneLead'])
        expect(text).toContain(textOf(t(`help:${key}`)))
      expect(html).not.toMatch(/tel:|960001|line\.example|<script>/)
    }
  )

  it('stays in the country when the language changes', async () => {
    await help.keep(helpline())
    expect(await help.page(`/${language}/help/gb`)).toContain('href="/ru/help/GB"')
    expect(await help.page(`/${language}/help/FR`)).toContain('href="/ru/help/FR"')
    expect(await help.page(`/${language}/help/nowhere`)).toContain('href="/ru/help"')
  })

  it('holds nothing of a helpline that would run', async () => {
    const nasty = '<script>alert(1)</script>"onmouseover="alert(2)'
    await help.keep(helpline({ name: nasty, hours: nasty, source: nasty }))
    const html = await help.page(`/${language}/help/GB`)
    expect(textOf(html)).toContain(nasty)
    expect(html).not.toMatch(/<script>alert|"onmouseover/)
    await help.keep(
      helpline({ name: 'a', website: 'javascript:alert(1)' }),
      helpline({ name: 'b', number: '1"onclick="alert(1)' })
    )
    help.later()
    expect(await help.page(`/${language}/help/GB`)).not.toMatch(/javascript:|onclick/)
  })
})
