import { formatDateRange, formatNumber, isolated, translator } from '#locales'
import { wordsFor, type ClosedQuestion } from '#surveys'
import { figureWordsOf } from '../figure-words.ts'
import { figureOf } from '../figures.ts'
import type { PrintedColumn } from '../table.ts'
import type { ReportFigure } from './document.ts'
import { wholeTable, type Material } from './material.ts'

/** A chart of more answers, such as one for each country, does not fit on a page: their table does, over several. */
const mostAnswers = 24

/**
 * A chart of a question for all respondents, with its finding in words; undefined where no share may be printed, or
 * where there are too many answers for a chart.
 */
export function reportFigure(
  material: Material,
  question: ClosedQuestion,
  number: number
): ReportFigure | undefined {
  const { release, language, title, leads } = material
  const table = wholeTable(material, question.id)
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
      ...noteOf(question, material)
    ]
  }
}

/** How many answered, and how many did not, by the state of their answer. */
export function baseLine({ base, states }: PrintedColumn, { language }: Material): string {
  const t = translator(language)
  const answered =
    base.n === null
      ? t('report:figure.baseHidden')
      : t('report:figure.base', { count: base.n, number: formatNumber(base.n, language) })
  const others = states.flatMap(({ state, n }) =>
    n === null
      ? []
      : [t('report:figure.state', { state: t(`results:state.${state}`), number: formatNumber(n, language) })]
  )
  return [answered, ...others].join(' · ')
}

function noteOf(question: ClosedQuestion, { language }: Material): string[] {
  const t = translator(language)
  if (question.kind === 'multiple') return [t('results:figure.multiple')]
  if (question.kind === 'ranking') return [t('results:figure.ranking', { count: question.upTo })]
  return []
}
