import { describe, expect, it } from 'vitest'
import { languages, type Language } from '#locales'
import { textsIn } from '../../support/texts.ts'

/** "All" and "none", as a quantifier could say them. */
const allOrNone: Record<Language, RegExp> = {
  ar: /(?<!\p{L})[وفبلك]?(ال)?(جميع|كل|كافة|لا أحد|لا يوجد|أي من)(?!\p{L})/u,
  zh: /所有|全部|全体|每个|没有|无人/,
  en: /\b(all|every|everybody|none|nobody|no)\b/i,
  fr: /\b(tous|toutes|chacun|chacune|aucun|aucune|personne)\b/i,
  ru: /(?<!\p{L})(все|всех|всеми|каждый|никто|никого|ни один)(?!\p{L})/iu,
  es: /\b(todos|todas|cada|ningún|ninguna|ninguno|nadie)\b/i
}
const nearly: Record<Language, RegExp> = {
  ar: /تقريب|يكاد|كاد|الغالبية العظمى|الساحقة/,
  zh: /几乎|近乎|绝大/,
  en: /\bnearly\b/i,
  fr: /presque|quasi/i,
  ru: /почти/i,
  es: /\bcasi\b/i
}
/** The words of the design, where they can be told from others. */
const english: Readonly<Record<string, string>> = {
  nearlyAll: 'nearly all respondents',
  largeMajority: 'a large majority of respondents',
  most: 'most respondents',
  aboutHalf: 'about half of respondents',
  fewerThanHalf: 'fewer than half of respondents',
  aboutThird: 'about a third of respondents',
  aboutQuarter: 'about a quarter of respondents',
  minority: 'a minority of respondents',
  few: 'a few respondents'
}

const quantified = (language: Language) =>
  narrative(language).flatMap(([key, text]) => {
    const [, quantifier] = /^(?:lead|finding)\.(?:choice|number|ranking|answer)\.(\w+)$/.exec(key) ?? []
    return quantifier === undefined ? [] : [{ key, text, quantifier }]
  })

describe.each(languages)('the frames of sentences in %s', language => {
  it('say neither “all” nor “none” of a share', () => {
    const wrong = quantified(language).filter(({ text, quantifier }) =>
      quantifier === 'nearlyAll' ? !nearly[language].test(text) : allOrNone[language].test(text)
    )
    expect(wrong).toEqual([])
    expect(quantified(language)).toHaveLength(45)
  })

  it('say each quantifier in words of its own', () => {
    const texts = quantified(language).map(({ text }) => text)
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('have no figure of their own, and none of the questionnaire’s at their beginning', () => {
    const wrong = narrative(language).filter(
      ([key, text]) => /\p{N}/u.test(text) || beginsElsewhere(key, text)
    )
    expect(wrong).toEqual([])
  })

  it('quote questions, answers and groups', () => {
    const unquoted = narrative(language).filter(
      ([key, text]) =>
        key !== 'withUnit' &&
        /\{\{(question|answer|first|second|third)\}\}/.test(
          text.replace(/(“|«[\u00a0\u202f]?|「|『|")\{\{\w+\}\}(”|[\u00a0\u202f]?»|」|』|")/gu, '')
        )
    )
    expect(unquoted).toEqual([])
  })

  it('are sentences, which end', () => {
    const pieces = /^(percent|points|withUnit|places)/
    expect(narrative(language).filter(([key, text]) => !pieces.test(key) && !/[.。]$/.test(text))).toEqual([])
  })
})

describe('the English frames', () => {
  it('say the quantifiers of the house', () => {
    const wrong = quantified('en').filter(
      ({ text, quantifier }) => !text.toLowerCase().includes(english[quantifier] ?? 'nothing')
    )
    expect(wrong).toEqual([])
  })
})

function narrative(language: Language): readonly (readonly [string, string])[] {
  return [...textsIn(language)].flatMap(([key, text]) =>
    key.startsWith('narrative:') ? [[key.slice('narrative:'.length), text] as const] : []
  )
}

/** Whether a sentence could begin with a word or a figure that is not ours. */
function beginsElsewhere(key: string, text: string): boolean {
  return !/^(percent|points|withUnit|places)/.test(key) && !/^[\p{P}]*\p{L}/u.test(text)
}
