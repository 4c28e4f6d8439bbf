import { describe, expect, it } from 'vitest'
import { isLanguage, languages } from '#locales'
import { check, questionsOf, readyNames, readyQuestionnaire, textsOf } from '#surveys'

describe.each(readyNames)('the ready questionnaire %s', name => {
  const questionnaire = readyQuestionnaire(name)
  const spoken = Object.keys(questionnaire.title.standard).filter(isLanguage)

  it('has no problem in any language that its title has', () => {
    expect(spoken.length).toBeGreaterThan(0)
    expect(check(questionnaire, spoken)).toEqual([])
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

describe('the ready questionnaires together', () => {
  it('show every kind of question', () => {
    const kinds = new Set(
      readyNames.flatMap(name => questionsOf(readyQuestionnaire(name)).map(({ kind }) => kind))
    )
    expect([...kinds].sort()).toEqual([
      'long_text',
      'multiple',
      'number',
      'ranking',
      'scale',
      'short_text',
      'single'
    ])
  })
})
