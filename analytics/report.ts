import { isolated, translator, type Language } from '#locales'
import type { Release } from './release.ts'
import { annexesOf } from './report/annexes.ts'
import { boxOf } from './report/box.ts'
import type { BoxForm, Report } from './report/document.ts'
import { reportFigures, type Figures } from './report/figure.ts'
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
  const figures = reportFigures(material)
  const inMainPart = chosenOf(material, figures, input.charts)
  return {
    language,
    title: t('report:title', { title: isolated(material.title) }),
    demonstration: release.consultation.demonstration ? t('report:demonstration') : null,
    head: headOf({ release, language, words, documentNumber, original }),
    box: boxOf(material, box, words),
    sections: sectionsOf(material, inMainPart),
    annexes: annexesOf(material, hash, new Map([...figures].filter(([id]) => !inMainPart.has(id))))
  }
}

/** The ids of the questions whose charts can stand in the main part: each has a paragraph there. */
export function questionsWithCharts(release: Release): string[] {
  const material = materialOf(release, release.consultation.languages[0] ?? 'en')
  return placesFor(material, reportFigures(material))
}

function placesFor(material: Material, figures: Figures): string[] {
  const { closed, narrative, release } = material
  return [...closed.values()]
    .filter(question => !isBackground(question, release) && narrative.paragraphs.has(question.id))
    .map(({ id }) => id)
    .filter(id => figures.has(id))
}

/** The figures of the main part, in the order of the form. */
function chosenOf(material: Material, figures: Figures, wanted: readonly string[] | undefined): Figures {
  const there = placesFor(material, figures)
  const missing = wanted?.filter(id => !there.includes(id)) ?? []
  if (missing.length > 0) throw new RangeError(`no chart for ${missing.join(', ')}`)
  const chosen = wanted ?? strongestLeads(material, mostChartsInMainPart).map(lead => lead.question)
  return new Map([...figures].filter(([id]) => there.includes(id) && chosen.includes(id)))
}
