import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { languages, type Language } from '#locales'
import { questionnairePage } from '#views'
import type { Questionnaire } from '#surveys'
import { exampleAsked } from '../../views/examples/consultation.ts'
import { testRenderer } from './renderer.ts'

describe('what a young person downloads', () => {
  it.each(languages)('is at most 20 KB for a questionnaire of fourteen long questions in %s', language => {
    const asked = { ...exampleAsked(language), questionnaire: fourteenQuestions(language) }
    const page = testRenderer().render('respond/questionnaire', questionnairePage(asked))
    expect(gzipSync(page).length).toBeLessThan(20_000)
  })
})

/** Letters that words are made of, and how many make as long a text as ten of English do. */
const scripts: Readonly<Record<Language, { readonly from: number; readonly letters: number; ten: number }>> =
  {
    ar: { from: 0x627, letters: 36, ten: 9 },
    zh: { from: 0x4e00, letters: 3000, ten: 3 },
    en: { from: 0x61, letters: 26, ten: 10 },
    fr: { from: 0x61, letters: 26, ten: 12 },
    ru: { from: 0x430, letters: 32, ten: 11 },
    es: { from: 0x61, letters: 26, ten: 12 }
  }

function fourteenQuestions(language: Language): Questionnaire {
  const text = (of: string) => ({ standard: { [language]: wordsUnlike(of, language) } })
  return {
    title: text('Title'),
    sections: [
      {
        id: 'all',
        items: Array.from({ length: 14 }, (_, question) => ({
          kind: 'single',
          id: `question_${question}`,
          text: text(`Question ${question}`),
          hint: text(`Hint ${question}`),
          options: Array.from({ length: 8 }, (_, option) => ({
            code: `option_${option}`,
            text: text(`Option ${option} of question ${question}`)
          }))
        }))
      }
    ]
  }
}

/** Sixty letters of English, or as long a text, that differ from text to text, so that they do not compress away. */
function wordsUnlike(seed: string, language: Language): string {
  const { from, letters, ten } = scripts[language]
  let state = Array.from(seed).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2_147_483_647, 7)
  return Array.from({ length: ten * 6 }, (_, at) => {
    state = (state * 48_271) % 2_147_483_647
    return at % ten === ten - 1 ? ' ' : String.fromCodePoint(from + (state % letters))
  }).join('')
}
