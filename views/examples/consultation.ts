import type { Language } from '#locales'
import type { AgeBand, Given, Problem } from '#surveys'
import type { Entry } from '../respond/entry.ts'
import { exampleQuestionnaire } from './questionnaire.ts'
import type { ConsultationFacts } from '../respond/consultation.ts'

/**
 * One small consultation, as documentation, playground and test input of its pages.
 */
export const exampleFacts: ConsultationFacts = {
  slug: 'getting-help',
  demonstration: true,
  opensOn: '2026-03-03',
  closesOn: '2026-03-28',
  timeZone: 'Europe/Zurich',
  languages: ['ar', 'en'],
  meeting: {
    body: 'Working group on child online protection',
    number: 24,
    place: 'Geneva',
    startsOn: '2026-04-14',
    endsOn: '2026-04-15'
  }
}

/** A key that signs nothing. */
const key = '30820122' + '0f'.repeat(285) + '0203010001'

/** Ways to come in where not everyone may answer. */
export const exampleEntries: readonly Entry[] = (['cards', 'room'] as const).map(access => ({
  access,
  consultationId: '0b7f3c52-6f0e-4c5e-9a55-3c1de8b0a4f1',
  key
}))

/** The questionnaire put before a band. */
export function exampleAsked(language: Language, band: AgeBand = '13_15') {
  return {
    language,
    consultation: exampleFacts,
    questionnaire: exampleQuestionnaire,
    version: 1,
    band
  }
}

/** Answers as they come in with a form. */
export const exampleValues: Given = new Map([
  ['first_person', ['nobody']],
  ['why_nobody', ['<b>Someone</b> who listens\nand does not "shout"']],
  ['tried', ['block', 'report']],
  ['easy', ['dk']],
  ['wishes', ['adults', 'button']],
  ['hours', ['4']],
  ['month', ['m3']]
])

export const exampleProblems: readonly Problem[] = [
  { at: 'tried', code: 'answer.tooMany', params: { count: 3, chosen: 4 } },
  { at: 'one_word', code: 'answer.tooLong', params: { limit: 40, length: 52 } }
]
