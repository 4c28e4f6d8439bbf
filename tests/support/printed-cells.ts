import { cellText, closedQuestionsOf, type PrintedCell, type Release } from '#analytics'
import { formatNumber, formatPercent, translator, type Language } from '#locales'

/** One cell of a release, and how every format is to write it. */
export type PrintedCellText = {
  readonly question: string
  /** Breakdown questions joined by *, as in the CSV; empty for all respondents. */
  readonly group: string
  readonly value: string
  readonly code: string
  readonly label: string
  readonly n: number | null
  readonly percent: number | null
  readonly status: PrintedCell['status']
  /** The count in words of the language, or its mark. */
  readonly count: string
  readonly share: string
}

/** Every cell of a release in the order of its tables: the answers, then what is counted beside them. */
export function printedCellsOf(release: Release, language: Language): readonly PrintedCellText[] {
  const questions = closedQuestionsOf(release)
  return release.tables.flatMap(({ question, by, columns }) => {
    const asked = questions.get(question)
    if (asked === undefined) return []
    return columns.flatMap(({ values, cells, extras = [] }) =>
      [...cells, ...extras].map(cell => ({
        ...cell,
        question,
        group: by.join('*'),
        value: values.join('*'),
        label: oneSpace(cellText(asked, cell.code, language)),
        count: oneSpace(countOf(cell, language)),
        share: oneSpace(shareOf(cell, language))
      }))
    )
  })
}

/** Without what sets directions and without kinds of spaces. */
export function oneSpace(text: string): string {
  return text
    .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function countOf({ n, status }: PrintedCell, language: Language): string {
  if (n !== null) return formatNumber(n, language)
  return status === 't' ? '[t]' : '[c]'
}

function shareOf({ percent, status }: PrintedCell, language: Language): string {
  if (status === 'c') return '[c]'
  if (percent === null) return '[x]'
  const text = formatPercent(percent, language)
  if (status === 't') return translator(language)('results:orMore', { percent: text })
  return status === 'low' ? `${text} [low]` : text
}
