import { isLanguage, languages, type Language } from '#locales'
import {
  editionTexts,
  isProse,
  lixOf,
  longestEasyMean,
  readyNames,
  readyQuestionnaire,
  sentenceLengths,
  type Edition,
  type Sentence
} from '#surveys'
import { pluralForm, textsIn } from './support/texts.ts'

/** Texts that are read together: those made of sentences, and all with titles, options and buttons. */
type Reading = {
  readonly name: string
  readonly language: Language
  readonly edition: Edition
  readonly prose: readonly string[]
  readonly all: readonly string[]
}

const explanation = `How long sentences are, in words, in Chinese in characters: on average in what is made of sentences (questions,
hints, notes, introductions; of our own texts those that end like one), and in all texts, so with titles, options and
buttons. Of what readers of easy words read, the first is at most 12 words, 20 characters. LIX adds words a sentence and
per cent of words of more than six letters: below 30 very easy, from 60 very hard; it says nothing of Arabic and Chinese.`

/** `npm run words`: how long the sentences are that young people read, and whether easy words keep to their bar. */
function printWords(): void {
  const readings = [...readyNames.flatMap(questionnaireReadings), ...ownReadings()]
  const tables = [...new Set(readings.map(reading => reading.name))].flatMap(name =>
    tableOf(
      name,
      readings.filter(reading => reading.name === name)
    )
  )
  const over = readings.filter(reading => !holds(reading)).map(titled)
  const verdict = over.length === 0 ? 'The bar holds.' : `The bar does not hold for ${over.join(', ')}.`
  const lines = [explanation, ...tables, ...readings.flatMap(longSentences), '', verdict, '']
  process.stdout.write(lines.join('\n'))
  if (over.length > 0) process.exitCode = 1
}

function questionnaireReadings(name: (typeof readyNames)[number]): Reading[] {
  const questionnaire = readyQuestionnaire(name)
  const spoken = Object.keys(questionnaire.title.standard).filter(isLanguage)
  return (['easy', 'standard'] as const).flatMap(edition =>
    spoken.map(language => {
      const texts = editionTexts(questionnaire, language, edition)
      const wordsOf = (of: typeof texts) => of.map(({ text }) => text)
      return { name, language, edition, prose: wordsOf(texts.filter(isProse)), all: wordsOf(texts) }
    })
  )
}

/** Pages and parts of pages of ours, by what their keys begin with. */
const ownPages: readonly {
  readonly name: string
  readonly begin: RegExp
  readonly editions: readonly Edition[]
}[] = [
  {
    name: 'around the questions',
    begin: /^(respond:|ownWords:|listening:|errors:answer\.|chrome:(leave|cannotSee|footer|message)\b)/,
    editions: ['easy', 'standard']
  },
  { name: 'help', begin: /^help:/, editions: ['easy'] },
  { name: 'privacy in easy words', begin: /^trust:easyPrivacy\./, editions: ['easy'] },
  {
    name: 'privacy, about, accessibility',
    begin: /^trust:(privacy|about|accessibility)\./,
    editions: ['standard']
  },
  { name: 'first page', begin: /^chrome:home\./, editions: ['standard'] }
]

/** Our own words on the pages of respondents, of each plural one form; what ends like a sentence is one. */
function ownReadings(): Reading[] {
  return ownPages.flatMap(({ name, begin, editions }) =>
    editions.flatMap(edition =>
      languages.map(language => {
        const texts = textsIn(language)
        const all = [...texts]
          .filter(([key]) => begin.test(key) && isOneForm(key))
          .map(([key, text]) =>
            edition === 'easy' ? (texts.get(`easy:${key.replace(':', '.')}`) ?? text) : text
          )
          .map(filledIn)
        const prose = all.filter(text => /[.?!。？！؟][”»"]?$/u.test(text))
        return { name: `our own words: ${name}`, language, edition, prose, all }
      })
    )
  )
}

function isOneForm(key: string): boolean {
  return (pluralForm(key)?.category ?? 'other') === 'other'
}

/** What is filled in counts as one word, or one character. */
function filledIn(text: string): string {
  return text.replace(/\{\{.*?\}\}/g, '1')
}

/** The bar is for whatever readers of easy words read. */
function holds({ prose, language, edition }: Reading): boolean {
  return edition === 'standard' || sentenceLengths(prose, language).mean <= longestEasyMean(language)
}

function tableOf(name: string, readings: readonly Reading[]): string[] {
  const headings = ['edition', '', 'texts', 'sentences', 'words', 'mean', 'of all', 'longest', 'LIX', '']
  const rows = [headings, ...readings.map(rowOf)].map(row =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(9) : cell.padStart(10)))
      .join('')
      .trimEnd()
  )
  return ['', name, ...rows]
}

function rowOf(reading: Reading): string[] {
  const { language, edition, prose, all } = reading
  const { sentences, total, mean } = sentenceLengths(prose, language)
  const longest = Math.max(0, ...sentences.map(sentence => sentence.length))
  const counts = [`${prose.length} of ${all.length}`, String(sentences.length), String(total)]
  const means = [mean, sentenceLengths(all, language).mean].map(each => each.toFixed(1))
  const verdict = edition === 'standard' ? '' : holds(reading) ? 'holds' : 'TOO LONG'
  const lix = lixOf(prose, language)
  return [
    edition,
    language,
    ...counts,
    ...means,
    String(longest),
    lix === null ? '–' : lix.toFixed(0),
    verdict
  ]
}

/** Sentences that are worth a look: half as long again as easy ones may be on average, others twice as long. */
function longSentences(reading: Reading): string[] {
  const { language, edition, prose } = reading
  const limit = longestEasyMean(language) * (edition === 'easy' ? 1.5 : 2)
  const long = sentenceLengths(prose, language).sentences.filter(sentence => sentence.length > limit)
  if (long.length === 0) return []
  const lines = long
    .toSorted(longestFirst)
    .map(({ text, length }) => `${String(length).padStart(4)}  ${text}`)
  return ['', `${titled(reading)}: longer than ${limit}`, ...lines]
}

function longestFirst(one: Sentence, other: Sentence): number {
  return other.length - one.length
}

function titled({ name, language, edition }: Reading): string {
  return [name, edition, language].filter(Boolean).join(' ')
}

printWords()
