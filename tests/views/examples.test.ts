import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { factsOf, languages, translator } from '#locales'
import { addresses } from '#views'
import { examplePages } from '../../views/examples.ts'
import { testRenderer } from './renderer.ts'

const renderer = testRenderer()
const html = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Answers to one question are fields of one name, in the order in which they count.
    'form-dup-name': 'off',
    // A consultation is called as its secretariat calls it.
    'long-title': 'off'
  }
})

const examples = languages.flatMap(language =>
  examplePages(language).map(example => ({ ...example, language, ...factsOf(language) }))
)

describe.each(examples)('the page “$name” in $language', ({ render, language, tag, dir }) => {
  const page = render(renderer)

  it('is valid HTML', async () => {
    const report = await html.validateString(page)
    expect(
      report.results.flatMap(result => result.messages.map(({ line, message }) => ({ line, message })))
    ).toEqual([])
  })

  it('names its language and direction', () => {
    expect(page).toMatch(new RegExp(`<html lang="${tag}" dir="${dir}" class="(standard|easy)">`))
  })

  it('has one title and one main heading', () => {
    expect(page.match(/<title>[^<]+<\/title>/g)).toHaveLength(1)
    expect(page.match(/<h1[ >]/g)).toHaveLength(1)
  })

  it('passes a strict content security policy: no style attribute, no inline handler, no inline script', () => {
    expect(page).not.toMatch(/<[^>]+\sstyle=/)
    expect(page).not.toMatch(/<[^>]+\son[a-z]+=/)
    expect(page).not.toMatch(/<script(?![^>]*\b(src|type="application\/json")=?)/)
  })

  it('loads nothing from anywhere else and sets no cookie', () => {
    expect(page).not.toMatch(/<(script|img|link|iframe|video|audio)[^>]+(src|href)="(https?:)?\/\//)
  })

  it('says that nobody can send help, with the way to help, wherever it can be left', () => {
    const said = (['standard', 'easy'] as const).map(edition =>
      translator(language, edition)('chrome:cannotSee')
    )
    const footer = page.slice(page.indexOf('<footer>'))
    expect(said.some(text => footer.includes(`<p class="cannot-see">${text}</p>`))).toBe(
      page.includes('id="leave"')
    )
    if (page.includes('id="leave"')) expect(footer).toContain(`<a href="${addresses.help(language)}">`)
  })

  it('leaves nothing unfilled', () => {
    expect(page).not.toMatch(/\{\{|undefined|\[object|NaN/)
  })
})
