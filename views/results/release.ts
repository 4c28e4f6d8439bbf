import { assertProtected, figureOf, type ProtectedTable, type Release } from '#analytics'
import { factsOf, formatDateRange, formatNumber, translator, type Language } from '#locales'
import { isClosed, isQuestion, questionsOf, wordsFor, type ClosedQuestion, type Question } from '#surveys'
import { addresses } from '../addresses.ts'
import { frameOf, standaloneFrame, type Frame } from '../frame.ts'
import { isolated } from '../isolate.ts'
import { meetingLine } from '../respond/consultation.ts'
import type { ResultsData } from './chart-data.ts'
import { figureId, figureView, writtenView, type FigureView, type WrittenView } from './figure.ts'
import { answerText, groupText } from './labels.ts'
import { identityOf, methodOf } from './method.ts'
import { marks, printedCount } from './printed.ts'

export type ResultsPage = Frame & {
  readonly meeting: string | null
  readonly heading: string
  readonly where: string
  readonly facts: readonly { readonly value: string; readonly label: string }[]
  readonly limits: readonly string[]
  readonly marks: readonly { readonly mark: string; readonly meaning: string }[]
  readonly contents: readonly { readonly href: string; readonly text: string }[]
  readonly parts: readonly ResultsPart[]
  readonly method: readonly string[]
  readonly identity: ReturnType<typeof identityOf>
  readonly downloads: { readonly csv: string; readonly dictionary: string } | null
  /** Where this page is published, on a page that travels as a file. */
  readonly publishedAt: string | null
}
export type ResultsPart = {
  readonly title: string | null
  readonly entries: readonly ResultsEntry[]
}
export type ResultsEntry = { readonly figure: FigureView | null; readonly written: WrittenView | null }

export type ResultsInput = {
  readonly release: Release
  /** SHA-256 of the release's canonical bytes, hexadecimal. */
  readonly hash: string
  readonly language: Language
  /** A page that is one file: no script, nothing to load, no link but `publishedAt`. */
  readonly standalone?: boolean
  readonly publishedAt?: string
}

/** The results of one release, from the release alone. @throws RangeError when a table did not pass the protector */
export function resultsPage(input: ResultsInput): ResultsPage {
  const { release, hash, language, standalone = false } = input
  const { consultation, number } = release
  const { slug } = consultation
  const questionnaire = release.version.questionnaire
  const t = translator(language)
  for (const table of release.tables) assertProtected(table)
  const heading = wordsFor(questionnaire.title, language, 'standard')
  const parts = partsOf(release, language)
  const frame = frameOf({
    language,
    title: t('results:title', { title: isolated(heading) }),
    path: other => addresses.release(other, slug, number),
    languages: consultation.languages,
    style: 'results',
    script: 'results',
    data: dataOf(release, language),
    demonstration: consultation.demonstration
  })
  return {
    ...(standalone ? standaloneFrame(frame) : frame),
    meeting: meetingLine(consultation, language),
    heading,
    where: t('results:where', { number }),
    facts: [
      { value: formatNumber(release.responses, language), label: t('results:facts.respondents') },
      {
        value: formatDateRange(consultation.opensOn, consultation.closesOn, language),
        label: t('results:facts.open')
      },
      { value: formatNumber(consultation.languages.length, language), label: t('results:facts.languages') }
    ],
    limits: [t('results:limits'), t('results:noise')],
    marks: marks.map(mark => ({ mark: `[${mark}]`, meaning: t(`results:legend.${mark}`) })),
    contents: parts.flatMap(part =>
      part.entries.flatMap(({ figure, written }) => {
        const entry = figure ?? written
        return entry === null ? [] : [{ href: `#${entry.id}`, text: entry.heading }]
      })
    ),
    parts,
    method: methodOf(release, language),
    identity: identityOf(release, hash, language),
    downloads: standalone
      ? null
      : { csv: addresses.data(language, slug, number), dictionary: addresses.dictionary(slug, number) },
    publishedAt: input.publishedAt ?? null
  }
}

function partsOf(release: Release, language: Language): ResultsPart[] {
  const { questionnaire } = release.version
  const entryOf = entries(release, language)
  return questionnaire.sections
    .map(section => ({
      title: section.title === undefined ? null : wordsFor(section.title, language, 'standard'),
      entries: section.items.filter(isQuestion).map(entryOf)
    }))
    .filter(part => part.entries.length > 0)
}

function entries(release: Release, language: Language): (question: Question) => ResultsEntry {
  const numbers = numbersOf(release)
  const questions = closedOf(release)
  const tables = tablesByQuestion(release)
  return question => {
    const number = numbers.get(question.id) ?? 0
    if (isClosed(question)) {
      const own = tables.get(question.id) ?? []
      return { figure: figureView({ number, question, tables: own, questions, language }), written: null }
    }
    const count = release.written.find(each => each.question === question.id)?.count ?? {
      n: null,
      status: 'c'
    }
    return {
      figure: null,
      written: writtenView({ number, question, count: printedCount(count, language), language })
    }
  }
}

/** Figures are numbered as their questions stand in the form. */
function numbersOf(release: Release): ReadonlyMap<string, number> {
  return new Map(
    questionsOf(release.version.questionnaire).map((question, index) => [question.id, index + 1])
  )
}

function closedOf(release: Release): ReadonlyMap<string, ClosedQuestion> {
  const closed = questionsOf(release.version.questionnaire).filter(isClosed)
  return new Map(closed.map(question => [question.id, question]))
}

function tablesByQuestion(release: Release): ReadonlyMap<string, readonly ProtectedTable[]> {
  const tables = new Map<string, ProtectedTable[]>()
  for (const table of release.tables) {
    tables.set(table.question, [...(tables.get(table.question) ?? []), table])
  }
  return tables
}

function dataOf(release: Release, language: Language): ResultsData {
  const t = translator(language)
  const numbers = numbersOf(release)
  const questions = closedOf(release)
  const figures = release.tables.flatMap(table => {
    const question = questions.get(table.question)
    const by = table.by.flatMap(id => questions.get(id) ?? [])
    if (question === undefined || by.length > 0) return []
    const figure = figureOf(table, {
      language,
      answer: code => answerText(question, code, language),
      group: column => groupText(column, by, language),
      all: t('results:facts.respondents'),
      orMore: percent => t('results:orMore', { percent })
    })
    return [
      {
        id: figureId(numbers.get(question.id) ?? 0),
        label: t('results:figure.chart'),
        figure
      }
    ]
  })
  return { rtl: factsOf(language).dir === 'rtl', figures }
}
