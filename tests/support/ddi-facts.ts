import type { DdiInput, Questionnaire } from '#surveys'
import { sampleQuestionnaire, words } from './sample-questionnaire.ts'

/** What a questionnaire's DDI says beside the questionnaire. */
export const ddiFacts: Omit<DdiInput, 'questionnaire'> = {
  languages: ['ar', 'zh', 'en', 'fr', 'ru', 'es'],
  slug: 'made-up',
  demonstration: true,
  opensOn: '2026-03-01',
  closesOn: '2026-03-29',
  version: { number: 1, hash: 'c0de'.repeat(16) },
  release: { number: 1, releasedOn: '2026-03-30', hash: 'ab12'.repeat(16) },
  licence: { title: 'A licence', path: 'https://example.org/licence' }
}

/** A question of every kind, in English alone. */
export const everyKind: Questionnaire = {
  ...sampleQuestionnaire,
  sections: [
    ...sampleQuestionnaire.sections,
    {
      id: 'open',
      title: words('In your own words'),
      items: [
        { kind: 'short_text', id: 'short', text: words('In a few words') },
        { kind: 'long_text', id: 'long', text: words('In many'), hint: words('As many as you like') }
      ]
    }
  ]
}
