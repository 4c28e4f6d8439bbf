import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from '#locales'
import {
  ddiOf,
  isClosed,
  kindOf,
  questionsOf,
  readyNames,
  readyQuestionnaire,
  type Questionnaire
} from '#surveys'
import { ddiErrors } from '../../support/ddi.ts'
import { ddiFacts, everyKind } from '../../support/ddi-facts.ts'
import { ddiFaults } from '../../support/spoilt-ddi.ts'

const ddi = (questionnaire: Questionnaire) => ddiOf({ ...ddiFacts, questionnaire })

describe('a questionnaire as DDI-Codebook', () => {
  it.each(readyNames)('obeys the order of the specification: %s', async name => {
    expect(await ddiErrors(ddi(readyQuestionnaire(name)))).toEqual([])
  })

  it('obeys it with every kind of question, in one language', async () => {
    const xml = ddiOf({ ...ddiFacts, languages: ['en'], questionnaire: everyKind })
    expect(await ddiErrors(xml)).toEqual([])
  })

  it.each(ddiFaults)('is refused by its judge for %s', async (_, spoil) => {
    const xml = ddi(readyQuestionnaire('getting-help'))
    const spoilt = spoil(xml)
    expect(spoilt).not.toBe(xml)
    expect(await ddiErrors(spoilt)).not.toEqual([])
  })

  it('has every question and every answer in all languages', () => {
    const questionnaire = readyQuestionnaire('digital-literacy')
    const xml = ddi(questionnaire)
    const questions = questionsOf(questionnaire)
    for (const language of languages)
      expect(xml.split(`<qstnLit xml:lang="${language}">`)).toHaveLength(questions.length + 1)
    for (const question of questions.filter(isClosed)) {
      if (question.kind === 'number') continue
      for (const code of kindOf(question).codes(question))
        expect(xml).toMatch(
          question.kind === 'multiple' ? `name="${question.id}:${code}"` : `<catValu>${code}</catValu>`
        )
    }
  })

  it('says who was asked, and which ways not to answer there were', () => {
    const xml = ddi({
      title: text('Title'),
      sections: [
        {
          id: 'all',
          items: [
            {
              kind: 'single',
              id: 'a',
              text: text('Sure?'),
              options: [{ code: 'yes', text: text('Yes') }],
              dontKnow: false
            },
            {
              kind: 'number',
              id: 'b',
              text: text('How many?'),
              minimum: 1,
              maximum: 9,
              showWhen: { question: 'a', selected: 'yes' }
            }
          ]
        }
      ]
    })
    expect(xml).toContain('<universe xml:lang="en">everybody</universe>')
    expect(xml.replace(/[\u2066-\u2069]/g, '')).toContain(
      '<universe xml:lang="en">the answer to “Sure?” is “Yes”</universe>'
    )
    expect(
      [...xml.matchAll(/<invalrng>\n([^]*?)<\/invalrng>/g)].map(([, items = '']) =>
        [...items.matchAll(/VALUE="(\w+)"/g)].map(match => match[1])
      )
    ).toEqual([
      ['pns', 'skipped'],
      ['dk', 'pns', 'skipped', 'not_shown']
    ])
    expect(xml).toContain('<range UNITS="INT" min="1" max="9"/>')
  })

  it.each(readyNames)('names each variable and question once, and refers to no other: %s', name => {
    const xml = ddi(readyQuestionnaire(name))
    const ids = [...xml.matchAll(/ ID="([^"]+)"/g)].map(match => match[1] ?? '')
    const referred = [...xml.matchAll(/ (?:var|qstn)="([^"]+)"/g)].flatMap(match =>
      (match[1] ?? '').split(' ')
    )
    expect(ids).toHaveLength(new Set(ids).size)
    expect(referred.length).toBeGreaterThan(10)
    expect(referred.filter(id => !ids.includes(id))).toEqual([])
    const names = [...xml.matchAll(/<var ID="[^"]+" name="([^"]+)"/g)].map(match => match[1])
    expect(names).toHaveLength(new Set(names).size)
  })

  it('is well-formed whatever somebody wrote', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary' }), { minLength: 60, maxLength: 60 }),
        async words => {
          const sections = words.map((each, index) => ({
            id: `s${index}`,
            title: text(each),
            items: [{ kind: 'long_text' as const, id: `q${index}`, text: text(each) }]
          }))
          const xml = ddiOf({
            ...ddiFacts,
            languages: ['en'],
            questionnaire: { title: text('Title'), sections }
          })
          expect(await ddiErrors(xml)).toEqual([])
        }
      ),
      { numRuns: 3 }
    )
  }, 20_000)
})

function text(words: string) {
  return { standard: Object.fromEntries(languages.map(language => [language, words])) }
}
