import { formatDateRange, formatNumber, isolated, translator } from '#locales'
import { wordsFor, type ClosedQuestion } from '#surveys'
import { figureWordsOf } from '../figure-words.ts'
import { figureOf } from '../figures.ts'
import { printedCount, printedText } from '../printed.ts'
import { readingNotes } from '../question-words.ts'
import { figureNumberOf, isDerived, wholeTableOf } from '../release-parts.ts'
import type { PrintedColumn } from '../table.ts'
import type { ReportFigure } from './document.ts'
import type { Material } from './material.ts'

/** A chart of more answers, such as one for each country, does not fit on a page: their table does, over several. */
const mostAnswers = 24

/** Figures by the id of their question, in the order of the form. */
export type Figures = ReadonlyMap<string, ReportFigure>

/** Every figure that a document can have. */
export function reportFigures(material: Material): Figures {
  const figures = [...material.closed.values()].flatMap(question => reportFigure(material, question) ?? [])
  return new Map(figures.map(figure => [figure.question, figure]))
}

/**
 * A chart of a question for all respondents, with its finding in words; undefined where no share may be printed, or
 * where there are too many answers for a chart.
 */
function reportFigure(material: Material, question: ClosedQuestion): ReportFigure | undefined {
  const { release, language, title, leads } = material
  const table = wholeTableOf(release, question.id)
  const number = figureNumberOf(release, question.id)
  const column = table?.columns[0]
  if (table === undefined || column?.cells.every(cell => cell.percent === null) !== false) return undefined
  if (column.cells.length > mostAnswers) return undefined
  const t = translator(language)
  const asked = isolated(wordsFor(question.text, language, 'standard'))
  const lead = leads.get(question.id)
  const noFinding = t('report:figure.noFinding', { question: asked })
  const { opensOn, closesOn } = release.consultation
  return {
    number,
    question: question.id,
    heading: t('report:figure.heading', { number, finding: lead?.headline.text ?? noFinding }),
    subtitle: t('report:figure.subtitle', {
      what: t('results:figure.subtitle'),
      title: isolated(title),
      dates: isolated(formatDateRange(opensOn, closesOn, language))
    }),
    chart: figureOf(table, figureWordsOf(question, [], language)),
    alternative: t('report:figure.alternative', { finding: lead?.finding.text ?? noFinding }),
    lines: [
      t('results:figure.question', { question: asked }),
      baseLine(column, material),
      ...readingNotes(question, table, isDerived(release, question.id), language)
    ]
  }
}

/** How many answered, and how many did not, by the state of their answer; what is hidden leaves its mark. */
export function baseLine({ base, states }: PrintedColumn, { language }: Material): string {
  const t = translator(language)
  const answered =
    base.n === null
      ? t('report:figure.baseHidden')
      : t('report:figure.base', { count: base.n, number: formatNumber(base.n, language) })
  const others = states.map(({ state, n, status }) => {
    const number = printedText(printedCount({ n, status }, language))
    return t('report:figure.state', { state: t(`results:state.${state}`), number })
  })
  return [answered, ...others].join(' · ')
}
