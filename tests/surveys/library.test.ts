import { describe, expect, it } from 'vitest'
import { isLanguage, languages } from '#locales'
import {
  ageBands,
  check,
  editionFor,
  editionTexts,
  isClosed,
  isProse,
  longestEasyMean,
  questionnaireFor,
  questionsOf,
  readyNames,
  readyQuestionnaire,
  sentenceLengths,
  textsOf
} from '#surveys'

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

  // Easy words take 5 minutes at most, standard ones 8.
  it.each(ageBands)('asks %s no more than that age has patience for', band => {
    const most = editionFor(band) === 'easy' ? { closed: 8, open: 1 } : { closed: 15, open: 2 }
    const asked = questionsOf(questionnaireFor(questionnaire, band)).filter(
      question => !('profile' in question && question.profile === 'age_band')
    )
    const closed = asked.filter(isClosed).length
    expect(closed).toBeLessThanOrEqual(most.closed)
    expect(asked.length - closed).toBeLessThanOrEqual(most.open)
  })

  it.each(spoken)('has short sentences in easy words, in %s', language => {
    const texts = editionTexts(questionnaire, language, 'easy').filter(isProse)
    const { sentences, mean } = sentenceLengths(
      texts.map(({ text }) => text),
      language
    )
    expect(sentences.length).toBeGreaterThanOrEqual(texts.length)
    expect(mean).toBeLessThanOrEqual(longestEasyMean(language))
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
