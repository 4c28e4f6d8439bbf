import {
  closedQuestionsOf,
  figureNumberOf,
  isDerived,
  leftOutNote,
  leadsOf,
  weightedCells,
  weightingOf,
  type ProtectedTable,
  type Release
} from '#analytics'
import type { Language } from '#locales'
import { isClosed, isQuestion, questionsOf, withDerived, wordsFor, type Question } from '#surveys'
import {
  figureView,
  missingView,
  writtenView,
  type FigureView,
  type MissingView,
  type WrittenView
} from './figure.ts'

export type ResultsPart = {
  readonly title: string | null
  readonly entries: readonly ResultsEntry[]
}
export type ResultsEntry = {
  readonly figure: FigureView | null
  readonly missing: MissingView | null
  readonly written: WrittenView | null
}

/** Address of the picture of a question's chart; null on a page that links to nothing. */
export type PictureOf = (question: string) => string | null

/** The figures of a release under the titles of their sections. */
export function partsOf(release: Release, language: Language, pictureOf: PictureOf): ResultsPart[] {
  const { questionnaire } = release.version
  const entryOf = entries(release, language, pictureOf)
  return questionnaire.sections
    .map(section => ({
      title: section.title === undefined ? null : wordsFor(section.title, language, 'standard'),
      entries: withDerived(questionnaire, section.items.filter(isQuestion)).map(entryOf)
    }))
    .filter(part => part.entries.length > 0)
}

function entries(
  release: Release,
  language: Language,
  pictureOf: PictureOf
): (question: Question) => ResultsEntry {
  const questions = closedQuestionsOf(release)
  const open = questionsOf(release.version.questionnaire).filter(question => !isClosed(question))
  const tables = tablesByQuestion(release)
  const leads = leadsOf(release, language)
  const weighting = weightingOf(release)
  return question => {
    if (isClosed(question)) {
      const own = tables.get(question.id) ?? []
      const number = figureNumberOf(release, question.id)
      const picture = pictureOf(question.id)
      const lead = leads.get(question.id)
      const derived = isDerived(release, question.id)
      const weighted =
        weighting.outcome === 'weighted' ? weightedCells(weighting, release, question.id) : undefined
      const leftOut = leftOutNote(release, question.id, language)
      const figure = figureView({
        number,
        question,
        tables: own,
        questions,
        derived,
        picture,
        lead,
        weighted,
        leftOut,
        language
      })
      const missing = figure === null ? missingView({ number, question, leftOut, language }) : null
      return { figure, missing, written: null }
    }
    const count = release.written.find(each => each.question === question.id)?.count
    const place = open.indexOf(question) + 1
    return { figure: null, missing: null, written: writtenView({ place, question, count, language }) }
  }
}

function tablesByQuestion(release: Release): ReadonlyMap<string, readonly ProtectedTable[]> {
  const tables = new Map<string, ProtectedTable[]>()
  for (const table of release.tables) {
    tables.set(table.question, [...(tables.get(table.question) ?? []), table])
  }
  return tables
}
