import { describe, expect, it } from 'vitest'
import { isLanguage, languages } from '#locales'
import { check, demonstrationQuestionnaire, questionsOf, textsOf } from '#surveys'

describe('the demonstration', () => {
  const questionnaire = demonstrationQuestionnaire()
  const spoken = Object.keys(questionnaire.title.standard).filter(isLanguage)

  it('has no problem in any language that its title has', () => {
    expect(spoken.length).toBeGreaterThan(0)
    expect(check(questionnaire, spoken)).toEqual([])
  })

  it('shows every kind of closed question, and an open one', () => {
    const kinds = new Set(questionsOf(questionnaire).map(question => question.kind))
    expect([...kinds]).toEqual(
      expect.arrayContaining(['single', 'scale', 'multiple', 'ranking', 'number', 'long_text'])
    )
  })

  it('has easy words in every language in which it has standard words, or none at all', () => {
    const places = textsOf(questionnaire).filter(({ wording }) => wording.easy !== undefined)
    const incomplete = places.filter(({ wording }) =>
      languages.some(
        language => (wording.easy?.[language] === undefined) !== (wording.standard[language] === undefined)
      )
    )
    expect(incomplete.map(place => place.at)).toEqual([])
  })
})
