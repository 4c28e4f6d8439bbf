import type { Comparability, Release, Wave } from '#analytics'
import { countryName, languages, translator, type Language } from '#locales'
import type { Questionnaire } from '#surveys'
import type { SeriesInput } from '../series/series.ts'
import { exampleFacts } from './consultation.ts'
import { exampleQuestionnaire } from './questionnaire.ts'
import { exampleRelease } from './release.ts'

/**
 * Three waves: in the first a question had no hint yet and another was not asked, in the second one was answered in
 * another way, which somebody said does no harm. The second is too small to be compared in words.
 */
export function exampleSeries(language: Language): SeriesInput {
  return { name: 'child-online-protection', waves: exampleWaves, words, language }
}

/** A series of one wave, in which nothing can be compared. */
export function exampleBeginning(language: Language): SeriesInput {
  return { ...exampleSeries(language), waves: exampleWaves.slice(-1) }
}

const unlimited = changed(exampleQuestionnaire, item =>
  item.id === 'tried' && item.kind === 'multiple' ? [{ ...item, atMost: 4 }] : [item]
)
const first = changed(unlimited, item => {
  if (item.id === 'hours') return []
  const bare = { ...item }
  if (item.id === 'first_person' && 'hint' in bare) delete bare.hint
  return [bare]
})

const exampleWaves: readonly Wave[] = [
  wave('getting-help-2024', ['2024-02-05', '2024-03-01'], exampleRelease(940, first, { leaning: 1.1 })),
  wave('getting-help-2025', ['2025-02-03', '2025-02-28'], exampleRelease(180, unlimited)),
  wave(exampleFacts.slug, [exampleFacts.opensOn, exampleFacts.closesOn], exampleRelease())
]

const words: readonly Comparability[] = [
  {
    earlier: 'getting-help-2025',
    later: exampleFacts.slug,
    question: 'tried',
    comparable: true,
    saidOn: '2026-04-02'
  }
]

/** A release by country, of two countries with many answers and one with few. */
export function exampleByCountry(): Release {
  return exampleRelease(1100, byCountry, { breakdowns: ['country', 'gender'] })
}

const byCountry: Questionnaire = {
  ...exampleQuestionnaire,
  sections: [
    ...exampleQuestionnaire.sections,
    {
      id: 'place',
      items: [
        {
          kind: 'single',
          id: 'country',
          profile: 'country',
          text: inEach(language => translator(language)('series:countries.country')),
          options: ['eg', 'gb', 'uy'].map(code => ({
            code,
            text: inEach(language => countryName(code.toUpperCase(), language))
          }))
        }
      ]
    }
  ]
}

function inEach(word: (language: Language) => string) {
  return { standard: Object.fromEntries(languages.map(language => [language, word(language)])) }
}

function wave(slug: string, [opensOn, closesOn]: readonly [string, string], release: Wave['release']): Wave {
  const consultation = { ...release.consultation, slug, opensOn, closesOn }
  return { release: { ...release, consultation }, hash: 'ab12'.repeat(16) }
}

type Item = Questionnaire['sections'][number]['items'][number]

/** A questionnaire with some of its questions asked otherwise, or left out. */
function changed(questionnaire: Questionnaire, change: (item: Item) => readonly Item[]): Questionnaire {
  const sections = questionnaire.sections.map(section => ({
    ...section,
    items: section.items.flatMap(item => change(item))
  }))
  return { ...questionnaire, sections }
}
