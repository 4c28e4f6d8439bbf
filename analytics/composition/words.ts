import {
  formatList,
  formatNumber,
  formatTenths,
  formatPercent,
  isolated,
  languageName,
  translator,
  isLanguage,
  type Language
} from '#locales'
import { answerText, type ClosedQuestion } from '#surveys'
import { printedCount, printedRow, type Printed } from '../printed.ts'
import type { Release } from '../release.ts'
import { rakingLimits } from '../statistics/rake.ts'
import { smallestCategory } from '../weighting/categories.ts'
import { weightingLimits, weightingOf, type Weighting } from '../weighting/weighting.ts'
import { compositionOf, questionOf, type CompositionPart } from './composition.ts'
import type { Dimension } from './target.ts'

/** Who took part by one dimension, in words and printed numbers; renderers add nothing. */
export type CompositionTable = {
  readonly dimension: Dimension
  readonly name: string
  readonly base: Printed
  readonly rows: readonly {
    readonly code: string
    readonly label: string
    readonly n: Printed
    readonly percent: Printed | null
    /** Share in the target; an empty text where there is none. */
    readonly target: string
  }[]
  /** Whether there is a target; without one the column stays away. */
  readonly compared: boolean
  /** Where the target comes from, or that there is none for this; null where no target was named at all. */
  readonly source: string | null
}

/** A table for each dimension that respondents told. */
export function compositionTables(release: Release, language: Language): readonly CompositionTable[] {
  const t = translator(language)
  return compositionOf(release).map(part => ({
    dimension: part.dimension,
    name: t(`composition:dimension.${part.dimension}`),
    base: printedCount(part.column.base, language),
    rows: part.rows.map(({ cell, target }) => {
      const { n, percent } = printedRow(cell, language)
      const label = valueText(part.dimension, part.question, cell.code, language)
      return {
        code: cell.code,
        label,
        n,
        percent,
        target: target === null ? '' : formatPercent(target, language)
      }
    }),
    compared: part.target !== null,
    source: sourceText(release, part, language)
  }))
}

/** What is said about weighting below the composition: nothing where it was not asked for. */
export function weightingLines(release: Release, language: Language): readonly string[] {
  const weighting = weightingOf(release)
  const t = translator(language)
  if (weighting.outcome === 'notAsked') return []
  if (weighting.outcome === 'refused') {
    return [
      t(`composition:weighted.refused.${weighting.reason}`, {
        largest: formatNumber(weightingLimits.designEffect, language),
        fewest: formatNumber(weightingLimits.effective, language)
      })
    ]
  }
  const names = weighting.by.map(dimension => t(`results:profile.${dimension}`))
  return [
    t('composition:weighted.said', { dimensions: formatList(names, language) }),
    t('composition:weighted.cost', {
      number: formatNumber(weighting.responses, language),
      effective: formatNumber(weighting.effective, language),
      effect: formatTenths(weighting.designEffect, language)
    }),
    ...mergedLines(release, weighting, language),
    t('composition:weighted.how', { cap: formatNumber(rakingLimits.cap, language) }),
    t('composition:weighted.limits')
  ]
}

function mergedLines(
  release: Release,
  { merged }: Extract<Weighting, { outcome: 'weighted' }>,
  language: Language
): readonly string[] {
  return merged.map(({ dimension, codes }) => {
    const question = questionOf(release, dimension) ?? null
    const values = codes.map(code => isolated(valueText(dimension, question, code, language)))
    return translator(language)('composition:weighted.merged', {
      number: formatNumber(smallestCategory, language),
      values: formatList(values, language)
    })
  })
}

/** A value of a dimension in words: an answer, or a language. */
export function valueText(
  dimension: Dimension,
  question: ClosedQuestion | null,
  code: string,
  language: Language
): string {
  if (question !== null) return answerText(question, code, language)
  if (dimension === 'language' && isLanguage(code)) return languageName(code, language)
  throw new RangeError(`no words for ${code} of ${dimension}`)
}

function sourceText(release: Release, { target }: CompositionPart, language: Language): string | null {
  const t = translator(language)
  if (target !== null)
    return t('composition:source', { source: isolated(target.source), date: isolated(target.date) })
  return release.target === undefined ? null : t('composition:noTarget')
}
