import type { ClosedQuestion } from '#surveys'
import type { ProtectedTable } from '../disclosure/protect.ts'
import { wholePercent } from '../disclosure/thresholds.ts'
import type { Release } from '../release.ts'
import { closedQuestionsOf, wholeTableOf } from '../release-parts.ts'
import type { PrintedCell, PrintedColumn } from '../table.ts'
import { declaredName } from '../tabulate/declared.ts'
import { dimensions, type Dimension, type TargetMargin } from './target.ts'

/** Who took part by one dimension, as it may be printed, beside those they come from. */
export type CompositionPart = {
  readonly dimension: Dimension
  /** The question that asked for it; null for what was declared without a question. */
  readonly question: ClosedQuestion | null
  readonly column: PrintedColumn
  readonly rows: readonly CompositionRow[]
  /** Where the numbers of the target come from; null where there is no target for this dimension. */
  readonly target: Pick<TargetMargin, 'source' | 'date'> | null
}
export type CompositionRow = {
  readonly cell: PrintedCell
  /** Share in the target, a whole number of per cents, halves up; null where there is none. */
  readonly target: number | null
}

/**
 * Who took part, by each dimension that the consultation has. Every number of respondents is the one that stands in the
 * table of the question, so nothing is told here that is not told there.
 */
export function compositionOf(release: Release): readonly CompositionPart[] {
  return dimensions.flatMap((dimension): CompositionPart[] => {
    const column = tableOf(release, dimension)?.columns[0]
    if (column === undefined) return []
    const margin = release.target?.margins.find(each => each.dimension === dimension)
    return [
      {
        dimension,
        question: questionOf(release, dimension) ?? null,
        column,
        rows: column.cells.map(cell => ({ cell, target: targetShare(margin, cell.code) })),
        target: margin === undefined ? null : { source: margin.source, date: margin.date }
      }
    ]
  })
}

/** The question that tells a dimension, where one does: it may be asked, or follow from another as the region does. */
export function questionOf(release: Release, dimension: Dimension): ClosedQuestion | undefined {
  return [...closedQuestionsOf(release).values()].find(({ profile }) => profile === dimension)
}

function tableOf(release: Release, dimension: Dimension): ProtectedTable | undefined {
  const question = questionOf(release, dimension)
  if (question !== undefined) return wholeTableOf(release, question.id)
  return release.declared?.find(table => table.question === declaredName(dimension))
}

function targetShare(margin: TargetMargin | undefined, code: string): number | null {
  const number = margin?.numbers.find(each => each.code === code)?.number
  if (margin === undefined || number === undefined) return null
  return wholePercent(
    number,
    margin.numbers.reduce((sum, each) => sum + each.number, 0)
  )
}
