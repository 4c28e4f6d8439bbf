import { describe, expect, it } from 'vitest'
import { languages } from '#locales'
import { checkTexts, longestText } from '../../../surveys/checks/texts.ts'
import { asking, choice, number } from '../small-questionnaires.ts'
import { words } from '../../support/sample-questionnaire.ts'

const titled = (title: string) => ({ ...asking(), title: words(title) })

describe('the texts of a questionnaire', () => {
  it('must be there in every language in which it opens, and in no other', () => {
    const questionnaire = asking({ ...number('n', 0, 9), unit: { standard: { en: 'hours', ar: 'ساعات' } } })
    expect(checkTexts(questionnaire, ['en'])).toEqual([])
    expect(checkTexts(questionnaire, [])).toEqual([])
    expect(checkTexts(questionnaire, ['en', 'ar']).map(({ at }) => at)).toEqual(['title / ar', 'n / ar'])
    expect(checkTexts(questionnaire, languages)).toHaveLength(5 + 5 + 4)
  })

  it.each(['', ' ', '\n\t', '\u00a0'])('are missing when they are blank: %j', blank => {
    expect(checkTexts(titled(blank), ['en'])).toEqual([
      { at: 'title / en', code: 'check.textMissing', params: { kind: 'title', language: 'en' } }
    ])
  })

  it('are as long as a person counts: 120 families in a title', () => {
    expect(checkTexts(titled('👨‍👩‍👧‍👦'.repeat(longestText.title)), ['en'])).toEqual([])
    expect(checkTexts(titled('é'.normalize('NFD').repeat(longestText.title)), ['en'])).toEqual([])
    expect(checkTexts(titled('👨‍👩‍👧‍👦'.repeat(longestText.title + 1)), ['en'])).toEqual([
      { at: 'title / en', code: 'check.textTooLong', params: { kind: 'title', length: 121, limit: 120 } }
    ])
  })

  it('are measured in easy words too, and in languages in which it does not open', () => {
    const text = { standard: { en: 'Q', fr: 'x'.repeat(301) }, easy: { en: 'x'.repeat(302) } }
    expect(checkTexts(asking({ ...choice('q'), text }), ['en'])).toMatchObject([
      { at: 'q / fr', params: { length: 301 } },
      { at: 'q / en', params: { length: 302 } }
    ])
  })
})
