import { isolated, translator, type Language } from '#locales'
import type { ClosedQuestion } from '#surveys'
import type { Release } from './release.ts'
import { annexesOf } from './report/annexes.ts'
import { boxOf } from './report/box.ts'
import type { BoxForm, Report, ReportFigure } from './report/document.ts'
import { reportFigure } from './report/figure.ts'
import { formWordsOf, type OwnFormWords } from './report/form-words.ts'
import { headOf } from './report/head.ts'
import { strongestLeads } from './report/leads.ts'
import { sectionsOf } from './report/main-part.ts'
import { isBackground, materialOf, type Material } from './report/material.ts'

export type ReportInput = {
  readonly release: Release
  /** SHA-256 of the release, in hexadecimal. */
  readonly hash: string
  readonly language: Language
  readonly box?: BoxForm
  /** Without the letter of the language: `CWG-COP-24/3`. */
  readonly documentNumber?: string | undefined
  /** Language in which the document was first written; English unless told. */
  readonly original?: Language
  /** Questions whose charts stand in the main part; the two strongest findings unless told. */
  readonly charts?: readonly string[] | undefined
  readonly formWords?: OwnFormWords
}

/** Two charts and their text leave the main part of a long questionnaire within four pages. */
export const mostChartsInMainPart = 2

/**
 * The document of a release in Council form. All languages of one release have the same paragraphs, numbers and
 * figures.
 *
 * @throws RangeError for a chart of a question that the release has no chart of
 */
export function reportOf(input: ReportInput): Report {
  const { release, hash, language, documentNumber, original = 'en', box = 'summary' } = input
  const t = translator(language)
  const material = materialOf(release, language)
  const words = formWordsOf(release.consultation.meeting, input.formWords ?? {}, language)
  const figures = figuresOf(material, input.charts)
  return {
    language,
    title: t('report:title', { title: isolated(material.title) }),
    demonstration: release.consultation.demonstration ? t('report:demonstration') : null,
    head: headOf({ release, language, words, documentNumber, original }),
    box: boxOf(material, box, words),
    sections: sectionsOf(material, figures),
    annexes: annexesOf(material, hash, figures)
  }
}

/** The ids of the questions whose charts can stand in the main part: each has a paragraph there. */
export function questionsWithCharts(release: Release): string[] {
  return chartedIn(materialOf(release, release.consultation.languages[0] ?? 'en')).map(({ id }) => id)
}

function chartedIn(material: Material): ClosedQuestion[] {
  return [...material.closed.values()].filter(
    question =>
      !isBackground(question, material.release) &&
      material.narrative.paragraphs.has(question.id) &&
      reportFigure(material, question) !== undefined
  )
}

function figuresOf(material: Material, wanted: readonly string[] | undefined): ReportFigure[] {
  const chosen = wanted ?? strongestLeads(material, mostChartsInMainPart).map(lead => lead.question)
  const charted = chartedIn(material)
  const missing = chosen.filter(id => charted.every(question => question.id !== id))
  if (wanted !== undefined && missing.length > 0) throw new RangeError(`no chart for ${missing.join(', ')}`)
  return charted
    .filter(({ id }) => chosen.includes(id))
    .flatMap(question => reportFigure(material, question) ?? [])
}
