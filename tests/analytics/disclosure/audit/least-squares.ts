/**
 * The counts that fit printed numbers best: least squares over the smallest groups, of which every printed count is a sum.
 *
 * @param rows for each printed number, which smallest groups it counts
 * @param numbers what is printed of them; a hidden number as the middle of what it can be
 * @param weights how much each counts
 * @returns one number for each smallest group
 */
export function leastSquares(
  rows: readonly (readonly number[])[],
  numbers: readonly number[],
  weights: readonly number[],
  unknowns: number
): readonly number[] {
  // A little pull to nothing makes the solution one: there are more groups than numbers.
  const normal = Array.from({ length: unknowns }, (_, i) =>
    Float64Array.from({ length: unknowns + 1 }, (_none, j) => (i === j ? 1e-3 : 0))
  )
  rows.forEach((row, index) => {
    const weight = weights[index] ?? 0
    for (const i of row) {
      const equation = normal[i]!
      for (const j of row) equation[j] = equation[j]! + weight
      equation[unknowns] = equation[unknowns]! + weight * (numbers[index] ?? 0)
    }
  })
  return solved(normal, unknowns)
}

function solved(equations: Float64Array[], unknowns: number): readonly number[] {
  for (let pivot = 0; pivot < unknowns; pivot += 1) {
    const own = equations[pivot]!
    for (let row = 0; row < unknowns; row += 1) {
      const other = equations[row]!
      const factor = row === pivot ? 0 : other[pivot]! / own[pivot]!
      if (factor !== 0)
        for (let at = pivot; at <= unknowns; at += 1) other[at] = other[at]! - factor * own[at]!
    }
  }
  return equations.map((equation, index) => equation[unknowns]! / equation[index]!)
}
