import { describe, expect, it } from 'vitest'
import { languages } from '#locales'
import type { HelplineFacts } from '#views'
import { lineOf, linesInOrder } from '../../../views/help/line.ts'

const facts: HelplineFacts = {
  name: 'Example Line',
  number: '01632 960001',
  website: null,
  hours: 'always',
  languages: ['en'],
  cost: 'free',
  source: 'a letter',
  verifiedOn: '2026-03-01'
}

describe('a helpline on a page', () => {
  it.each([
    ['01632 960001', 'tel:01632960001'],
    ['116 111', 'tel:116111'],
    ['+44 (0)1632 960-001', 'tel:+441632960001'],
    ['(01632) 960.001', 'tel:01632960001'],
    ['*1212', 'tel:*1212']
  ])('dials %s as %s', (number, href) => {
    expect(lineOf({ ...facts, number }, 'en').number?.href).toBe(href)
  })

  it('shows its number as it was written, and never in two lines', () => {
    expect(lineOf({ ...facts, number: '0800-116 111' }, 'en').number?.text).toBe('0800\u2011116\u00a0111')
  })

  it('shows an address as people write it', () => {
    const textOf = (website: string) => lineOf({ ...facts, website }, 'en').website?.text
    expect(textOf('https://line.example/')).toBe('line.example')
    expect(textOf('https://line.example/chat/?a=b')).toBe('line.example/chat/?a=b')
  })

  it.each([
    ['ar', 'الإنجليزية والفرنسية والصينية المبسطة'],
    ['zh', '英语、法语和简体中文'],
    ['en', 'English, French and Simplified Chinese'],
    ['fr', 'anglais, français et chinois simplifié'],
    ['ru', 'английский, французский и китайский, упрощенное письмо'],
    ['es', 'inglés, francés y chino simplificado']
  ] as const)('names its languages in %s', (language, names) => {
    const shown = lineOf({ ...facts, languages: ['en', 'fr', 'zh-Hans'] }, language).languages
    expect(shown.replace(/\s+/g, ' ')).toBe(names)
  })

  it.each(languages)('stands before those that do not speak %s, then by name', language => {
    const lines = [
      { ...facts, name: 'D', languages: ['de', language] },
      { ...facts, name: 'b', languages: ['de'] },
      { ...facts, name: 'C', languages: [`${language}-Latn`] },
      { ...facts, name: 'A', languages: ['nl'] }
    ]
    expect(linesInOrder(lines, language).map(({ name }) => name)).toEqual(['C', 'D', 'A', 'b'])
  })
})
