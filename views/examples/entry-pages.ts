import type { Language } from '#locales'
import { bandsOffered } from '#surveys'
import type { Example } from '../examples.ts'
import { cardsPage } from '../respond/cards.ts'
import { checkPage } from '../respond/check.ts'
import type { Entry } from '../respond/entry.ts'
import { landingPage } from '../respond/landing.ts'
import { questionnairePage } from '../respond/questionnaire.ts'
import { exampleAsked, exampleEntries, exampleFacts, exampleValues } from './consultation.ts'
import { exampleQuestionnaire } from './questionnaire.ts'

/** The pages of consultations to which one comes by a card, or by the code on a screen. */
export function entryPages(language: Language): readonly Example[] {
  return exampleEntries.flatMap(entry => [...pagesOf(entry, language)])
}

function pagesOf(entry: Entry, language: Language): readonly Example[] {
  const bands = bandsOffered(exampleQuestionnaire, 8)
  const asked = { ...exampleAsked(language), entry }
  const landing = { language, consultation: exampleFacts, questionnaire: exampleQuestionnaire, bands, entry }
  const wrong = {
    values: exampleValues,
    code: '10AB-MHPS-CR8X',
    problems: [{ at: 'code', code: 'code.mistyped' }]
  }
  const example = (name: string, render: Example['render']): Example => ({
    name: `${name} by ${entry.access}`,
    render
  })
  return [
    example('landing', r => r.render('respond/landing', landingPage(landing))),
    example('cards', r => r.render('respond/cards', cardsPage(asked))),
    example('questionnaire', r => r.render('respond/questionnaire', questionnairePage(asked))),
    example('questionnaire in easy words', r =>
      r.render('respond/questionnaire', questionnairePage({ ...exampleAsked(language, '8_9'), entry }))
    ),
    example('questionnaire with a wrong code', r =>
      r.render('respond/questionnaire', questionnairePage(asked, wrong))
    ),
    example('check answers', r =>
      r.render('respond/check', checkPage(asked, exampleValues, '0f'.repeat(16), '10AB-MHPS-CR8K'))
    )
  ]
}
