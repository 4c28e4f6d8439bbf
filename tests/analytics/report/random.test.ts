import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reportOf, type Report } from '#analytics'
import { joinSentences, languages, translator, type Language } from '#locales'
import { claimsTooMuch } from '../../support/claims.ts'
import { randomReleases } from '../../support/random-release.ts'

it('whatever was answered, no sentence of a document begins with a figure, is left unfilled or claims too much', () => {
  fc.assert(
    fc.property(randomReleases, fc.constantFrom('summary', 'purpose'), (release, box) => {
      const troubles = languages.flatMap(language => {
        const report = reportOf({ release, hash: 'ab12'.repeat(16), language, box })
        return textsOf(report).flatMap(text => troublesOf(text, language).map(trouble => [trouble, text]))
      })
      expect(troubles).toEqual([])
    }),
    { numRuns: 60 }
  )
})

/** Every text of a document that is a sentence or holds some. */
function textsOf({ language, box, sections, annexes }: Report): readonly string[] {
  return [
    ...box.flatMap(({ paragraphs }) => paragraphs),
    ...sections.flatMap(({ blocks }) =>
      blocks.flatMap(block => {
        if (block.kind === 'figure') return [block.figure.alternative]
        const texts = block.sentences.map(({ text }) => text)
        return [...texts, joinSentences(texts, language)]
      })
    ),
    ...annexes.flatMap(({ blocks }) => blocks.flatMap(block => (block.kind === 'list' ? block.items : [])))
  ]
}

/** What is quoted is not ours: it may begin with a figure, or claim what it likes. */
function troublesOf(text: string, language: Language): string[] {
  const own = text
    .replaceAll(translator(language)('results:limits'), '')
    .replace(/\u2068[^\u2069]*\u2069/g, '')
  const checks: Readonly<Record<string, boolean>> = {
    'begins with a figure': /^[\p{P}\p{S}\p{Z}]*\p{N}/u.test(own),
    'has a place that is not filled in': /\{\{|\}\}|undefined|\$t\(/.test(own),
    'claims too much': claimsTooMuch(own, language)
  }
  return Object.keys(checks).filter(trouble => checks[trouble])
}
