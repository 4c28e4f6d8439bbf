import { describe, expect, it } from 'vitest'
import { languages, translator, type Language } from '#locales'
import { sentenceLengths } from '#surveys'
import { aboutPage, accessibilityPage, easyPrivacyPage, privacyPage, statedOn } from '#views'
import type { ArticlePage } from '../../../views/article/article.ts'
import { contactLink } from '../../../views/article/contact.ts'
import { exampleStored } from '../../../views/examples/stored.ts'
import { textsIn } from '../../support/texts.ts'
import { testRenderer } from '../renderer.ts'

const render = (page: ArticlePage) => testRenderer().render('article', page)
const pages: readonly (readonly [string, (language: Language, contact: string | null) => ArticlePage])[] = [
  ['privacy', (language, contact) => privacyPage(language, exampleStored, contact)],
  ['easy privacy', easyPrivacyPage],
  ['accessibility', accessibilityPage],
  ['about', aboutPage]
]

describe.each(languages)('the page on privacy in %s', language => {
  it('calls the two buttons as the pages do', () => {
    const t = translator(language)
    for (const level of ['privacy', 'easyPrivacy']) {
      expect(t(`trust:${level}.not5`)).toContain(t('respond:check.send'))
      expect(t(`trust:${level}.change1`)).toContain(t('chrome:leave'))
    }
    expect(t('trust:privacy.device3')).toContain(t('chrome:leave'))
  })

  it('leads to the one in easy words at its top, and that one back', () => {
    const beginning = (html: string) => html.slice(html.indexOf('<h1>'), html.indexOf('<h2>'))
    expect(beginning(render(privacyPage(language, exampleStored, null)))).toContain(
      `href="/${language}/privacy/easy"`
    )
    expect(beginning(render(easyPrivacyPage(language, null)))).toContain(`href="/${language}/privacy"`)
  })

  it('has sentences of at most ten words on average in easy words, in Chinese of seventeen characters', () => {
    const texts = [...textsIn(language)].flatMap(([key, text]) =>
      key.startsWith('trust:easyPrivacy.') ? [text] : []
    )
    const { mean, sentences } = sentenceLengths(texts, language)
    expect(sentences.length).toBeGreaterThan(50)
    expect(mean).toBeLessThanOrEqual(language === 'zh' ? 17 : 10)
    // One long sentence among many short ones would not move the mean.
    const longest = language === 'zh' ? 30 : 18
    expect(sentences.filter(({ length }) => length > longest)).toEqual([])
  })

  it('names every table and column that holds something about respondents, and explains it', () => {
    const t = translator(language)
    const html = render(privacyPage(language, exampleStored, null))
    for (const { name, columns } of exampleStored.ofRespondents) {
      const begin = html.indexOf(`<h3><code dir="ltr">${name}</code></h3>`)
      const list = html.slice(begin, html.indexOf('</dl>', begin))
      expect(begin).toBeGreaterThan(0)
      expect(
        [...list.matchAll(/<dt><code dir="ltr">(\w+)<\/code><\/dt><dd>[^<]{5,}<\/dd>/g)].map(([, of]) => of)
      ).toEqual(columns)
      expect(list).toContain(t(`trust:table.${name}`))
    }
  })
})

it('cannot be made while a column has no explanation, so that none is passed over in silence', () => {
  const more = { name: 'responses', columns: ['version_id', 'shoe_size'] }
  expect(() => privacyPage('en', { ...exampleStored, ofRespondents: [more] }, null)).toThrow(
    'trust:stored.responses.shoe_size'
  )
})

describe.each(pages)('the page “%s”', (_, page) => {
  it('gives the address to write to where there is one', () => {
    const html = render(page('fr', 'privacy@example.org'))
    expect(html).toContain(
      '<a href="mailto:privacy@example.org" dir="auto" rel="noreferrer">privacy@example.org</a>'
    )
  })

  it('else sends to whoever gave the link, and has no empty link', () => {
    const html = render(page('en', null))
    expect(html).toContain('who gave you the link')
    expect(html).not.toContain('mailto:')
    expect(html).not.toMatch(/<a [^>]*href=""/)
  })

  it('keeps the way out, and asks for no script but the one that leaves', () => {
    const html = render(page('ar', null))
    expect(html).toContain('id="leave"')
    expect(html.match(/<script[^>]*src="[^"]*"/g)).toEqual(['<script src="/leave.js"'])
  })
})

describe('an address to write to', () => {
  it.each([
    ['privacy@example.org', 'mailto:privacy@example.org'],
    ['https://example.org/contact?about=privacy', 'https://example.org/contact?about=privacy'],
    // Whatever is no letter of an address must not become a header of the letter.
    ['odd?cc=x@example.org', 'mailto:odd%3Fcc=x@example.org']
  ])('%s becomes the link %s', (contact, href) => {
    expect(contactLink(contact)).toEqual({ text: contact, href })
  })
})

it('the statement on accessibility bears its day, as the language writes it', () => {
  expect(statedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect(render(accessibilityPage('en', null))).toContain(String(Number(statedOn.slice(8))))
  expect(render(accessibilityPage('zh', null))).toContain(`${statedOn.slice(0, 4)}年`)
})
