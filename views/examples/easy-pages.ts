import type { Language } from '#locales'
import { bandsOffered } from '#surveys'
import type { Example } from '../examples.ts'
import { messagePage, type Message } from '../message/message.ts'
import { cardsPage } from '../respond/cards.ts'
import { checkPage } from '../respond/check.ts'
import { declinedPage } from '../respond/declined.ts'
import { outsideAgePage } from '../respond/outside-age.ts'
import { questionnairePage } from '../respond/questionnaire.ts'
import { thanksPage } from '../respond/thanks.ts'
import { exampleAsked, exampleFacts, exampleProblems, exampleValues } from './consultation.ts'
import { exampleQuestionnaire } from './questionnaire.ts'

/** The pages in easy words, from the cards to the thanks, and what may come instead of them. */
export function easyPages(language: Language): readonly Example[] {
  const consultation = exampleFacts
  const asked = exampleAsked(language, 'pns')
  const bands = bandsOffered(exampleQuestionnaire)
  return [
    easy('cards', r => r.render('respond/cards', cardsPage(asked))),
    easy('questionnaire', r => r.render('respond/questionnaire', questionnairePage(asked))),
    easy('questionnaire with problems', r =>
      r.render(
        'respond/questionnaire',
        questionnairePage(asked, { values: exampleValues, problems: exampleProblems })
      )
    ),
    easy('check answers', r => r.render('respond/check', checkPage(asked, exampleValues, '0f'.repeat(16)))),
    easy('thanks', r => r.render('respond/thanks', thanksPage({ language, consultation, edition: 'easy' }))),
    easy('declined', r => r.render('message', declinedPage(language, consultation, 'easy'))),
    easy('under', r => r.render('message', outsideAgePage({ language, consultation, bands, side: 'under' }))),
    ...messages.map(message =>
      easy(message.kind, r => r.render('message', messagePage(language, message, 'easy')))
    )
  ]
}

const messages: readonly Message[] = [
  { kind: 'notFound' },
  { kind: 'unreadable' },
  { kind: 'tooMany' },
  { kind: 'unavailable' },
  { kind: 'failure', reference: 'ab12cd34' },
  { kind: 'notOpenYet', consultation: exampleFacts },
  { kind: 'paused', consultation: exampleFacts },
  { kind: 'closed', consultation: exampleFacts, hasResults: true },
  { kind: 'newVersion', consultation: exampleFacts, band: 'pns' }
]

function easy(name: string, render: Example['render']): Example {
  return { name: `${name} in easy words`, render }
}
