import type { Dimension, Target } from '../composition/target.ts'
import type { Release } from '../release.ts'
import { kishEffect } from '../statistics/kish-effect.ts'
import { rake } from '../statistics/rake.ts'
import { mergedCategories, type Category } from './categories.ts'
import { groupsBy, type WeighedGroup } from './groups.ts'

/** Largest design effect, smallest effective number of respondents, and largest part of them without a weight. */
export const weightingLimits = { designEffect: 2, effective: 100, outside: 0.2 } as const

/** Why weighted shares were asked for and are not printed. */
export type WeightingRefusal =
  'noGroups' | 'oneCategory' | 'outside' | 'notConverged' | 'designEffect' | 'effective'

export type Weighting =
  | { readonly outcome: 'notAsked' }
  | { readonly outcome: 'refused'; readonly by: readonly Dimension[]; readonly reason: WeightingRefusal }
  | Weighted
export type Weighted = {
  readonly outcome: 'weighted'
  readonly by: readonly Dimension[]
  /** Weight of a respondent of each group that has one; everybody else counts once. For computing, never printed. */
  readonly weights: readonly { readonly values: readonly string[]; readonly weight: number }[]
  readonly responses: number
  /** Kish's design effect, not rounded. */
  readonly designEffect: number
  /** Number of respondents without weights that would tell as much: whole, rounded down. */
  readonly effective: number
  /** Values that were weighed as one, because one of them had fewer than 20 respondents. */
  readonly merged: readonly { readonly dimension: Dimension; readonly codes: readonly string[] }[]
}

/**
 * Weights by raking the printed sizes of published groups to the target. Everything here follows from what a release
 * prints, so it tells nothing more about anybody: see docs/decisions/0014-weighting-what-is-printed.md.
 *
 * Respondents in no printed group, and those whose value has no target, keep the weight 1; together the others keep
 * their number.
 */
export function weightingOf(release: Release): Weighting {
  const { target } = release
  const by = target?.weighBy ?? []
  if (target === undefined || by.length === 0) return { outcome: 'notAsked' }
  const refused = (reason: WeightingRefusal): Weighting => ({ outcome: 'refused', by, reason })
  const groups = groupsBy(release, by).filter(({ values }) => hasTargets(target, by, values))
  if (groups.length === 0) return refused('noGroups')
  const categories = by.map((dimension, place) => categoriesOf(target, dimension, place, groups))
  if (categories.some(each => each.length < 2)) return refused('oneCategory')
  const persons = groups.map(({ size }) => size)
  const inside = persons.reduce((sum, size) => sum + size, 0)
  const outside = Math.max(0, release.responses - inside)
  if (outside > weightingLimits.outside * release.responses) return refused('outside')
  const margins = categories.map((each, place) => marginOf(each, place, groups, inside))
  const weights = rake({ persons, start: persons.map(() => 1), margins })
  if (weights === undefined) return refused('notConverged')
  const designEffect = kishEffect([...persons, outside], [...weights, 1])
  if (designEffect > weightingLimits.designEffect) return refused('designEffect')
  const effective = Math.floor(release.responses / designEffect)
  if (effective < weightingLimits.effective) return refused('effective')
  return {
    outcome: 'weighted',
    by,
    weights: groups.map(({ values }, index) => ({ values, weight: weights[index] ?? 1 })),
    responses: release.responses,
    designEffect,
    effective,
    merged: by.flatMap((dimension, place) =>
      (categories[place] ?? [])
        .filter(({ codes }) => codes.length > 1)
        .map(({ codes }) => ({ dimension, codes }))
    )
  }
}

function hasTargets(target: Target, by: readonly Dimension[], values: readonly string[]): boolean {
  return by.every((dimension, place) =>
    numbersOf(target, dimension).some(({ code }) => code === values[place])
  )
}

function categoriesOf(
  target: Target,
  dimension: Dimension,
  place: number,
  groups: readonly WeighedGroup[]
): readonly Category[] {
  const categories = numbersOf(target, dimension).map(({ code, number }): Category => {
    const own = groups.filter(({ values }) => values[place] === code)
    return { codes: [code], size: own.reduce((sum, { size }) => sum + size, 0), target: number }
  })
  return mergedCategories(categories, dimension === 'age_band')
}

function marginOf(
  categories: readonly Category[],
  place: number,
  groups: readonly WeighedGroup[],
  inside: number
) {
  const sum = categories.reduce((all, { target }) => all + target, 0)
  return {
    categoryOf: groups.map(({ values }) =>
      categories.findIndex(({ codes }) => codes.includes(values[place] ?? ''))
    ),
    totals: categories.map(({ target }) => (inside * target) / sum)
  }
}

/** In the order of the answers, as they are kept; see `readTarget`. */
function numbersOf(target: Target, dimension: Dimension): Target['margins'][number]['numbers'] {
  return target.margins.find(margin => margin.dimension === dimension)?.numbers ?? []
}
