/** Values of a dimension that are weighed as one, and how many respondents and how much of the target they have. */
export type Category = { readonly codes: readonly string[]; readonly size: number; readonly target: number }

/** Fewer printed respondents than this carry no target of their own. */
export const smallestCategory = 20

/**
 * Merges categories of fewer than 20 printed respondents, the smallest first: where values have an order, with the
 * smaller of the two beside it; otherwise with the smallest other one. Hidden groups count as nobody.
 *
 * @param categories one for each value that has a target, in the order of the answers
 */
export function mergedCategories(categories: readonly Category[], ordered: boolean): readonly Category[] {
  const smallest = indexOfSmallest(categories)
  const small = categories[smallest]
  if (small === undefined || small.size >= smallestCategory || categories.length === 1) return categories
  const others = categories
    .map((category, index) => ({ category, index }))
    .filter(({ index }) => (ordered ? Math.abs(index - smallest) === 1 : index !== smallest))
  const partner = others[indexOfSmallest(others.map(({ category }) => category))]
  if (partner === undefined) return categories
  const [first, second] = smallest < partner.index ? [small, partner.category] : [partner.category, small]
  const both: Category = {
    codes: [...first.codes, ...second.codes],
    size: first.size + second.size,
    target: first.target + second.target
  }
  const place = Math.min(smallest, partner.index)
  const merged = categories
    .with(place, both)
    .filter((_, index) => index !== Math.max(smallest, partner.index))
  return mergedCategories(merged, ordered)
}

function indexOfSmallest(categories: readonly Category[]): number {
  return categories.reduce((least, { size }, index) => {
    const known = categories[least]
    return known !== undefined && known.size <= size ? least : index
  }, 0)
}
