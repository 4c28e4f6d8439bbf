import { leadsOf, type ProtectedTable, type Release } from '#analytics'
import type { Language } from '#locales'
import { isClosed, isQuestion, questionsOf, wordsFor, type ClosedQuestion, type Question } from '#surveys'
import { figureView, writtenView, type FigureView, type WrittenView } from './figure.ts'

export type ResultsPart = {
  readonly title: string | null
  readonly entries: readonly ResultsEntry[]
}
export type ResultsEntry = { readonly figure: FigureView | null; readonly written: WrittenView | null }

/** Address of the picture of a question's chart; null on a page that links to nothing. */
export type PictureOf = (question: string) => string | null

/** The figures of a release under the titles of their sections. */
export function partsOf(release: Release, language: Language, pictureOf: PictureOf): ResultsPart[] {
  const { questionnaire } = release.version
  const entryOf = entries(release, language, pictureOf)
  return questionnaire.sections
    .map(section => ({
      title: section.title === undefined ? null : wordsFor(section.title, language, 'standard'),
      entries: section.items.filter(isQuestion).map(entryOf)
    }))
    .filter(part => part.entries.length > 0)
}

function entries(
  release: Release,
  language: Language,
  pictureOf: PictureOf
): (question: Question) => ResultsEntry {
  const numbers = numbersOf(release)
  const questions = closedOf(release)
  const tables = tablesByQuestion(release)
  const leads = leadsOf(release, language)
  return question => {
    const number = numbers.get(question.id) ?? 0
    if (isClosed(question)) {
      const own = tables.get(question.id) ?? []
      const picture = pictureOf(question.id)
      const lead = leads.get(question.id)
      const figure = figureView({ number, question, tables: own, questions, picture, lead, language })
      return { figure, written: null }
    }
    const count = release.written.find(each => each.question === question.id)?.count
    return { figure: null, written: writtenView({ number, question, count, language }) }
  }
}

/** Figures are numbered as their questions stand in the form. */
export function numbersOf(release: Release): ReadonlyMap<string, number> {
  return new Map(
    questionsOf(release.version.questionnaire).map((question, index) => [question.id, index + 1])
  )
}

/** The questions that have tables, by their ids. */
export function closedOf(release: Release): ReadonlyMap<string, ClosedQuestion> {
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
