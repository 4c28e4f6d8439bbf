import { translator, unisolated, type Language } from '#locales'
import { wordsFor } from '#surveys'
import { compositionOf, type CompositionPart } from '../composition/composition.ts'
import { valueText } from '../composition/words.ts'
import type { Release } from '../release.ts'
import { declaredName } from '../tabulate/declared.ts'
import { weightedCells } from '../weighting/weighted-cells.ts'
import type { Weighting } from '../weighting/weighting.ts'
import type { LongRow } from './long-form.ts'

/** What stands in the column `group` where a row is a share of the target, and where it is a weighted share. */
export const besideGroups = { target: ':target', weighted: ':weighted' } as const

/** The questions whose tables of all respondents are the composition, and stand before all others. */
export function composing(release: Release): readonly string[] {
  return compositionOf(release).flatMap(({ question }) => question?.id ?? [])
}

/**
 * A dimension of the composition: what was declared without a question, since other questions have rows of their own,
 * then the shares of the target with their source and date.
 */
export function* besideRows(release: Release, part: CompositionPart, language: Language): Generator<LongRow> {
  const { dimension, question, column, rows, target } = part
  const shared = {
    wave: release.consultation.slug,
    version: release.version.number,
    question_id: question?.id ?? declaredName(dimension),
    question_text:
      question === null
        ? translator(language)(`composition:dimension.${dimension}`)
        : wordsFor(question.text, language, 'standard'),
    lang: language
  }
  const textOf = (code: string) => unisolated(valueText(dimension, question, code, language))
  for (const { cell } of question === null ? rows : []) {
    yield {
      ...shared,
      option_code: cell.code,
      option_text: textOf(cell.code),
      group: '',
      group_value: '',
      n: cell.n ?? '',
      base: column.base.n ?? '',
      percent: cell.percent ?? '',
      status: cell.status
    }
  }
  for (const { cell, target: percent } of target === null ? [] : rows) {
    if (percent === null) continue
    yield {
      ...shared,
      option_code: cell.code,
      option_text: textOf(cell.code),
      group: besideGroups.target,
      group_value: `${target?.source}, ${target?.date}`,
      n: '',
      base: '',
      percent,
      status: ''
    }
  }
}

/** The weighted shares of a question, each beside the row of the same answer. */
export function* weightedRows(
  release: Release,
  weighting: Weighting,
  rows: readonly LongRow[]
): Generator<LongRow> {
  const [first] = rows
  if (weighting.outcome !== 'weighted' || first === undefined) return
  for (const cell of weightedCells(weighting, release, first.question_id) ?? []) {
    const beside = rows.find(row => row.option_code === cell.code)
    if (beside === undefined) continue
    yield {
      ...beside,
      group: besideGroups.weighted,
      group_value: weighting.by.join('*'),
      n: '',
      base: '',
      percent: cell.percent ?? '',
      status: cell.status
    }
  }
}
