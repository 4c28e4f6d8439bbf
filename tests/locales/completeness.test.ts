import { describe, expect, it } from 'vitest'
import { factsOf, languages, type Language } from '#locales'
import { placeholdersIn, pluralForm, textsIn, withoutPlaceholders } from '../support/texts.ts'

const english = textsIn('en')
const others = languages.filter(language => language !== 'en')
const keysWithoutForms = (texts: ReadonlyMap<string, string>) =>
  [...texts.keys()].filter(key => pluralForm(key) === undefined).sort()

/** Forms that mean one number only, so that a word may say it: Arabic has a dual, Russian says "one" of 21 too. */
const formsOfOneNumber: Record<Language, readonly string[]> = {
  ar: ['zero', 'one', 'two'],
  zh: [],
  en: ['one'],
  fr: ['one'],
  ru: [],
  es: ['one']
}

/** Forms that may leave out their number although more than one number takes them. */
const leavesOutTheNumber: readonly (readonly [language: Language, key: string])[] = [
  // Russian would say it of a ranking of 21 places too; nobody ranks 21 places.
  ['ru', 'results:figure.ranking_one']
]

/** Texts that are rightly the same as in English: the word is. */
const sameAsEnglish: readonly (readonly [language: Language, key: string])[] = [
  ['es', 'results:region.asia'],
  ['fr', 'errors:textKind.introduction'],
  ['fr', 'errors:textKind.note'],
  ['fr', 'errors:textKind.question'],
  ['fr', 'errors:textKind.option'],
  ['fr', 'respond:form.title'],
  ['fr', 'openData:note.licence'],
  ['fr', 'report:head.document'],
  ['fr', 'report:introduction.heading'],
  ['fr', 'report:figure.heading'],
  ['fr', 'results:region.europe'],
  ['es', 'results:region.asia'],
  ['fr', 'results:figures'],
  ['fr', 'results:figure.heading'],
  ['fr', 'results:identity.version'],
  ['fr', 'results:region.europe'],
  ['fr', 'results:identity.versionValue'],
  ['fr', 'series:consultation'],
  ['fr', 'series:once.in'],
  ['es', 'chrome:titledError'],
  ['es', 'report:head.original'],
  ['es', 'respond:form.errorPrefix']
]

describe('our texts', () => {
  it('stand in the same files and places in every language', () => {
    const keys = keysWithoutForms(english)
    for (const language of others) {
      const there = keysWithoutForms(textsIn(language))
      const missing = keys.filter(key => !there.includes(key))
      const unknown = there.filter(key => !keys.includes(key))
      expect({ language, missing, unknown }).toEqual({ language, missing: [], unknown: [] })
    }
  })

  it.each(languages)('have exactly the plural forms of %s', language => {
    const texts = textsIn(language)
    const forms = new Map<string, string[]>()
    const bases = [...english.keys()].flatMap(key => pluralForm(key)?.base ?? [])
    for (const base of bases) forms.set(base, [])
    for (const key of texts.keys()) {
      const form = pluralForm(key)
      if (form !== undefined) forms.set(form.base, [...(forms.get(form.base) ?? []), form.category].sort())
    }
    const { tag } = factsOf(language)
    const wanted = [...new Intl.PluralRules(tag).resolvedOptions().pluralCategories].sort()
    const wrong = [...forms].filter(([, categories]) => categories.join() !== wanted.join())
    expect(wrong).toEqual([])
  })

  it.each(languages)('are nowhere empty in %s and have no spaces around them', language => {
    const wrong = [...textsIn(language)].filter(([key, text]) =>
      // Joins two pieces, so its space belongs to it.
      key === 'results:method.topJoin' ? text.trim() === '' : text.trim() === '' || text !== text.trim()
    )
    expect(wrong).toEqual([])
  })

  it.each(languages)('are filled in with the same in %s as in English', language => {
    const wrong = [...textsIn(language)].flatMap(([key, text]) => {
      const form = pluralForm(key)
      const model = english.get(form === undefined ? key : `${form.base}_other`)
      if (model === undefined) return []
      const [here, there] = [placeholdersIn(text), placeholdersIn(model)]
      const ofOneNumber =
        (form !== undefined && formsOfOneNumber[language].includes(form.category)) ||
        isIn(leavesOutTheNumber, language, key)
      const mayLeaveOut = ofOneNumber ? ['count', 'number'] : []
      const missing = there.filter(name => !here.includes(name) && !mayLeaveOut.includes(name))
      const added = here.filter(name => !there.includes(name))
      return missing.length + added.length === 0 ? [] : [{ key, missing, added }]
    })
    expect(wrong).toEqual([])
  })

  it.each(languages)('hold nothing in %s that would be read as markup or as another text', language => {
    const wrong = [...textsIn(language)].filter(([, text]) =>
      /<\/?[a-z]|&[a-z]+;|\$t\(|\{\{[^a-zA-Z]/.test(text)
    )
    expect(wrong).toEqual([])
  })

  it.each(languages)('are written with composed letters in %s', language => {
    expect([...textsIn(language)].filter(([, text]) => text !== text.normalize('NFC'))).toEqual([])
  })

  it.each(others)('are translated into %s, not copied from English', language => {
    const copied = [...textsIn(language)].filter(([key, text]) => {
      const letters = withoutPlaceholders(text).replace('Earshot', '').replace(/\P{L}/gu, '')
      return text === english.get(key) && letters.length > 3 && !isIn(sameAsEnglish, language, key)
    })
    expect(copied).toEqual([])
  })

  it('are still the same as in English where this file says so', () => {
    const stale = sameAsEnglish.filter(([language, key]) => textsIn(language).get(key) !== english.get(key))
    expect(stale).toEqual([])
  })
})

function isIn(list: readonly (readonly [Language, string])[], language: Language, key: string): boolean {
  return list.some(([spoken, listed]) => spoken === language && listed === key)
}
