import { describe, expect, it } from 'vitest'
import { formatDate, languages, translator } from '#locales'
import type { Questionnaire } from '#surveys'
import { addresses, questionnairePage } from '#views'
import { exampleAsked } from '../../../views/examples/consultation.ts'
import { testRenderer } from '../renderer.ts'

const renderer = testRenderer()
const words = (text: string) => ({ standard: Object.fromEntries(languages.map(each => [each, text])) })
const open: Questionnaire = {
  title: words('Title'),
  sections: [{ id: 'all', items: [{ kind: 'long_text', id: 'say', text: words('Say') }] }]
}
const closed: Questionnaire = {
  title: words('Title'),
  sections: [
    { id: 'all', items: [{ kind: 'number', id: 'age', text: words('Age'), minimum: 0, maximum: 9 }] }
  ]
}
const pageOf = (language: (typeof languages)[number], questionnaire: Questionnaire) =>
  questionnairePage({ ...exampleAsked(language), questionnaire })

describe.each(languages)('above a box for own words, in %s', language => {
  const t = translator(language)
  const page = renderer.render('respond/questionnaire', pageOf(language, open))
  const notice = /<p class="warning" id="q0w">(.*)<\/p>/.exec(page)?.[1] ?? ''

  it('stands what not to write, when it is read, and that nobody can answer', () => {
    const date = `\u2068${formatDate('2026-03-28', language)}\u2069`
    for (const sentence of [t('ownWords:notice'), t('ownWords:unread', { date }), t('ownWords:noHelp')])
      expect(notice).toContain(sentence)
  })

  it('leads to help beside the page, so that what was typed stays', () => {
    expect(notice).toContain(`href="${addresses.help(language)}" target="_blank" rel="noreferrer"`)
    expect(notice).toContain(t('ownWords:newTab'))
  })

  it('is read out with the question', () => {
    expect(page).toMatch(/<fieldset[^>]+aria-describedby="q0w q0r"/)
  })
})

describe('the script', () => {
  it('is told of own words, with a list in each language', () => {
    const { ownWords } = JSON.parse(JSON.stringify(pageOf('fr', open).data))
    expect(Object.keys(ownWords.lists)).toEqual([...languages])
    expect(ownWords.found.phone).toBe(translator('fr')('ownWords:found.phone'))
    expect(ownWords.hard).toHaveLength(3)
  })

  it('is told nothing where everything is to be chosen', () => {
    expect(pageOf('fr', closed).data).toMatchObject({ ownWords: null })
  })
})
