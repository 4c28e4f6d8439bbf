import { describe, expect, it } from 'vitest'
import { languages } from '#locales'
import { easyPrivacyPage, privacyPage, type PrivacyOf } from '#views'
import { examplePrivacyOf } from '../../../views/examples/assured.ts'
import { exampleStored } from '../../../views/examples/stored.ts'
import { testRenderer } from '../renderer.ts'

const consultation: PrivacyOf = examplePrivacyOf['of a consultation']
const { assured, consultation: facts } = consultation
const full = (of?: PrivacyOf, language: (typeof languages)[number] = 'en') =>
  testRenderer().render('article', privacyPage(language, exampleStored, 'site@example.org', of))
const easy = (of?: PrivacyOf, language: (typeof languages)[number] = 'en') =>
  testRenderer().render('article', easyPrivacyPage(language, 'site@example.org', of))

describe('the page about privacy of a consultation', () => {
  it.each(languages)('names in %s everybody who answers for it, and on what ground', language => {
    const html = full(consultation, language)
    for (const text of Object.values(assured ?? {})) expect(html).toContain(`<bdi>${text}</bdi>`)
    expect(html.match(/<dt>[^<]{2,}<\/dt><dd>(<a [^>]*>)?<bdi>/g)).toHaveLength(7)
  })

  it.each(languages)(
    'names in %s, in easy words, who asks, where to write and who acts on harm',
    language => {
      expect(easy(consultation, language).match(/<dt>[^<]{2,}<\/dt><dd>/g)).toHaveLength(3)
    }
  )

  it('has remarks taken out by those who answer for it', () => {
    // Once where they are named, once where it is said how a remark is taken out.
    for (const html of [full(consultation), easy(consultation)])
      expect(html.split('href="mailto:children@example.org"')).toHaveLength(3)
  })

  it('shows what was written, whatever it is, and as nothing but text', () => {
    const html = full(examplePrivacyOf['of a consultation with long words'])
    expect(html).toContain('&lt;b&gt;')
    expect(html).not.toContain('<b>')
  })

  it('leads to the one in easy words of the same consultation, and that one back, and so does its footer', () => {
    expect(full(consultation)).toContain(`href="/en/${facts.slug}/privacy/easy"`)
    expect(full(consultation)).toContain(`<li><a href="/en/${facts.slug}/privacy">`)
    expect(easy(consultation)).toContain(`href="/en/${facts.slug}/privacy"`)
  })

  it('says of a demonstration that nobody has to answer for it', () => {
    const html = full(examplePrivacyOf['of a demonstration'])
    expect(html).toContain('This is a demonstration')
    expect(html).not.toContain('<dl class="said">')
  })

  it('says what cards cannot do where there are cards, and what no card can prevent where there are none', () => {
    const flood = 'without a card'
    const kept = 'kept the codes'
    expect([full(consultation).includes(flood), full(consultation).includes(kept)]).toEqual([true, false])
    const cards = full(examplePrivacyOf['of a consultation with cards'])
    expect([cards.includes(flood), cards.includes(kept)]).toEqual([false, true])
    expect([full().includes(flood), full().includes(kept)]).toEqual([true, true])
  })
})
