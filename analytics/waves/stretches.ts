import type { Trend, TrendPoint } from './trends.ts'

/** The points of a trend without the breaks: within each stretch answers can be compared. */
export function stretchesOf({ points }: Trend): readonly (readonly TrendPoint[])[] {
  const stretches: TrendPoint[][] = []
  for (const point of points) {
    const open = stretches.at(-1)
    if (open === undefined || point.link.kind === 'break') stretches.push([point])
    else open.push(point)
  }
  return stretches
}

/**
 * What is compared in words: in the last stretch the last wave with the one before it and, where there are more, with
 * the first. What came before a break stays in the table.
 */
export function comparedPairs(trend: Trend): readonly (readonly [TrendPoint, TrendPoint])[] {
  const stretch = stretchesOf(trend).at(-1) ?? []
  const [last, before] = [stretch.at(-1), stretch.at(-2)]
  const [first] = stretch
  if (last === undefined || before === undefined || first === undefined) return []
  return first === before
    ? [[before, last]]
    : [
        [before, last],
        [first, last]
      ]
}
