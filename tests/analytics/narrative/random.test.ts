import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leadsOf, narrate, type PrintedColumn, type Release, type Said, type Sentence } from '#analytics'
import { formatNumber, languages, type Language } from '#locales'
import { answerText, derivedRegion, bandsOf, questionsOf, textsOf } from '#surveys'
import { claimsTooMuch } from '../../support/claims.ts'
import { randomReleases } from '../../support/random-release.ts'

/** Which printed shares a quantifier is for, both ends included. */
const sharesOf: Readonly<Record<string, readonly (readonly [from: number, to: number])[]>> = {
  nearlyAll: [[90, 100]],
  largeMajority: [[75, 89]],
  most: [[55, 74]],
  aboutHalf: [[46, 54]],
  fewerThanHalf: [[37, 45]],
  aboutThird: [[31, 36]],
  aboutQuarter: [[23, 27]],
  minority: [
    [10, 22],
    [28, 30]
  ],
  few: [[0, 9]]
}

describe('whatever was answered', () => {
  it('no sentence begins with a figure, says what is not printed, or claims too much', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(randomReleases, release => {
        const troubles = languages.flatMap(language => {
          const quotable = quotableIn(release, language)
          return everySentence(release, language).flatMap(sentence => {
            seen.add(sentence.key)
            return troublesOf(sentence, release, language, quotable).map(trouble => [trouble, sentence.text])
          })
        })
        expect(troubles).toEqual([])
      }),
      { numRuns: 500 }
    )
    // What was never written was never looked at: 500 releases bring out more than 90 of about 110 frames.
    expect(seen.size).toBeGreaterThan(80)
  })
})

function everySentence(release: Release, language: Language): readonly Sentence[] {
  const leads = [...leadsOf(release, language).values()]
  return [
    ...[...narrate(release, language).paragraphs.values()].flat(),
    ...leads.flatMap(({ headline, finding }) => [headline, finding])
  ]
}

function troublesOf(
  sentence: Sentence,
  release: Release,
  language: Language,
  quotable: (text: string) => boolean
): readonly string[] {
  const own = sentence.text.replace(/\u2068[^\u2069]*\u2069/g, '')
  const checks: Readonly<Record<string, boolean>> = {
    'begins with a figure': /^[\p{P}\p{S}\p{Z}\u2066-\u2069]*\p{N}/u.test(sentence.text),
    'has a place that is not filled in': /\{\{|\}\}|undefined|\$t\(/.test(own),
    'quotes what nobody was asked': !quotedIn(sentence).every(quotable),
    'claims too much': claimsTooMuch(own, language),
    'has a number it does not list': /\p{N}/u.test(withoutSaid(own, sentence, language)),
    'lists a number it does not say': sentence.says.some(({ value }) => !has(own, value, language)),
    'says a number that is not printed': sentence.says.some(said => said.value !== printed(said, release)),
    'says a share that may not be said': sentence.says.some(({ status }) => status !== '' && status !== 't'),
    'has a quantifier that does not agree': !agrees(sentence),
    'is about a small base': sentence.says.some(said => (baseOf(said, release) ?? 0) < 100)
  }
  return Object.keys(checks).filter(trouble => checks[trouble])
}

function quotedIn({ text }: Sentence): readonly string[] {
  return [...text.matchAll(/\u2068([^\u2069]*)\u2069/g)].map(([, quoted = '']) => quoted)
}

/** What a sentence may quote: texts of the questionnaire as they are, and anything with a band of numbers in it. */
function quotableIn({ version: { questionnaire } }: Release, language: Language): (text: string) => boolean {
  const derived = derivedRegion(questionnaire)?.question
  const wordings = [
    ...textsOf(questionnaire).map(({ wording }) => wording),
    ...(derived === undefined ? [] : [derived.text, ...derived.options.map(({ text }) => text)])
  ]
  const texts = new Set(wordings.map(({ standard }) => standard[language]))
  const bands = questionsOf(questionnaire).flatMap(question =>
    question.kind === 'number'
      ? bandsOf(question).map(({ code }) => answerText(question, code, language))
      : []
  )
  return text => texts.has(text) || bands.some(band => text.includes(band))
}

function agrees({ key, says }: Sentence): boolean {
  const [, quantifier] =
    /^narrative:(?:lead|finding)\.(?:choice|number|ranking|answer)\.(\w+)$/.exec(key) ?? []
  if (quantifier === undefined) return true
  const [said] = says
  if (said === undefined || says.length !== 1 || said.what !== 'share') return false
  if (said.status === 't') return quantifier === 'nearlyAll'
  return (sharesOf[quantifier] ?? []).some(([from, to]) => said.value >= from && said.value <= to)
}

/** A sentence without the numbers it lists, and without what it quotes. */
function withoutSaid(own: string, { says }: Sentence, language: Language): string {
  return says.reduce((text, { value }) => text.replaceAll(wholeNumber(value, language), ''), own)
}

function has(own: string, value: number, language: Language): boolean {
  return wholeNumber(value, language).test(own)
}

function wholeNumber(value: number, language: Language): RegExp {
  const text = formatNumber(value, language).replace(/[.\\]/g, '\\$&')
  return new RegExp(`(?<!\\p{N})${text}(?!\\p{N})`, 'gu')
}

/** The number as the release prints it. */
function printed(said: Said, release: Release): number | null | undefined {
  if (said.what === 'written')
    return release.written.find(({ question }) => question === said.question)?.count.n
  if (said.what === 'difference') {
    const [first, second] = said.values.map(value => shareIn({ ...said, values: [value] }, release))
    return typeof first === 'number' && typeof second === 'number' ? first - second : undefined
  }
  if (said.what === 'share') return shareIn(said, release)
  const column = columnOf(said, release)
  if (said.what === 'base') return column?.base.n
  return column?.states.find(({ state }) => state === said.code)?.n
}

function shareIn(said: Said, release: Release): number | null | undefined {
  const column = columnOf(said, release)
  const cell = [...(column?.cells ?? []), ...(column?.extras ?? [])].find(({ code }) => code === said.code)
  return cell?.status === said.status ? cell.percent : undefined
}

function columnOf({ question, by, values }: Said, release: Release): PrintedColumn | undefined {
  return release.tables
    .find(table => table.question === question && table.by.join() === by.join())
    ?.columns.find(column => column.values.join() === values.join())
}

/** How many answers a number rests on. */
function baseOf(said: Said, release: Release): number | null | undefined {
  return said.what === 'written'
    ? release.responses
    : columnOf({ ...said, by: [], values: [] }, release)?.base.n
}
