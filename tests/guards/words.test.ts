import { describe, expect, it } from 'vitest'
import { languages, type Language } from '#locales'
import { claimsTooMuch } from '../support/claims.ts'
import { textsIn, withoutPlaceholders } from '../support/texts.ts'

/** The one sentence that says what results do not show, and may need the word to deny it. */
const limits = 'results:limits'

const script = { ar: /\p{Script=Arabic}/u, zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u }
const scripts = (['ar', 'zh', 'ru'] as const).map(language => [language, script[language]] as const)

/** Latin words that stand in texts of every script: names, abbreviations, and what is typed at the terminal. */
const names = /earshot( [a-z]+)*( --[a-z]+)*|Earshot|EARSHOT_KEYS|SHA-256|CSV|JSON|UTF-8|JavaScript/g
/** What stands in the cells of a form, in every language. */
const inForms =
  /XLSForm|Excel|label(::\S+)?|default_language|form_title|select_(one|multiple)|or_other|selected\(\)|not\(\)|integer|text|survey|choices|settings|disabled|\b(and|or)\b/g

describe('no text of ours claims what an open consultation cannot', () => {
  it.each(languages)('in %s', language => {
    const claiming = [...textsIn(language)].filter(
      ([key, text]) => key !== limits && claimsTooMuch(text, language)
    )
    expect(claiming).toEqual([])
  })

  it.each<[Language, string]>([
    ['en', 'a significant difference'],
    ['en', 'The margin of error is small.'],
    ['fr', 'un échantillon représentatif'],
    ['fr', 'la marge d’erreur'],
    ['es', 'una muestra representativa'],
    ['es', 'el margen de error'],
    ['ru', 'репрезентативная выборка'],
    ['ru', 'статистически значимое различие'],
    ['ar', 'هامش الخطأ'],
    ['ar', 'ذَاتُ دَلَالَةٍ'],
    ['zh', '误差范围'],
    ['zh', '差异显著'],
    ['zh', '有代表性的样本']
  ])('and in %s it would be seen: %s', (language, text) => {
    expect(claimsTooMuch(text, language)).toBe(true)
  })
})

describe('no text of ours falls back into Latin script', () => {
  it.each(scripts)('in %s', (language, own) => {
    const mixed = [...textsIn(language)].filter(([key, text]) =>
      fallsBack(key.startsWith('import:') ? text.replace(inForms, '·') : text, own)
    )
    expect(mixed).toEqual([])
  })

  it.each([
    ['ar', 'Please shorten your own answer.'],
    ['zh', '这不是 a text that anybody translated'],
    ['ru', 'Выберите up to three of them']
  ] as const)('and in %s it would be seen: %s', (language, text) => {
    expect(fallsBack(text, script[language])).toBe(true)
  })

  it('nor takes a letter of another script for one that looks alike', () => {
    const twoScripts = /(?=\p{L}*\p{Script=Cyrillic})(?=\p{L}*\p{Script=Latin})\p{L}+/u
    const mixed = languages.flatMap(language =>
      [...textsIn(language)].filter(([, text]) => twoScripts.test(withoutPlaceholders(text)))
    )
    expect(mixed).toEqual([])
  })
})

describe('texts are set as their readers set them', () => {
  it('in Arabic with Arabic commas, semicolons and question marks', () => {
    const wrong = [...textsIn('ar')].filter(([, text]) => /\p{Script=Arabic}["»”]?\s?[,;?]/u.test(text))
    expect(wrong).toEqual([])
  })

  it('in Chinese with full-width punctuation, and without spaces between characters', () => {
    const wrong = [...textsIn('zh')].filter(([, text]) =>
      /\p{Script=Han}[,;?!:]|\p{Script=Han} \p{Script=Han}/u.test(text)
    )
    expect(wrong).toEqual([])
  })

  it('in French with an unbreakable space before ; : ? !', () => {
    const wrong = [...textsIn('fr')].filter(([, text]) =>
      /[\p{L}\p{N})»}] ?[;?!]|[\p{L}\p{N})»}] ?:(\s|$)/u.test(text)
    )
    expect(wrong).toEqual([])
  })

  it.each(languages)('in %s with Latin digits', language => {
    const wrong = [...textsIn(language)].filter(([, text]) => /\p{Nd}/u.test(text.replace(/[0-9]/g, '')))
    expect(wrong).toEqual([])
  })
})

/** Whether more than three Latin words follow one another, or a word stands where there is no own script at all. */
function fallsBack(text: string, own: RegExp): boolean {
  const bare = withoutPlaceholders(text).replace(names, '·')
  return /[A-Za-z]+(\s+[A-Za-z]+){3,}/.test(bare) || (/[A-Za-z]{4,}/.test(bare) && !own.test(bare))
}
