/**
 * Kish's design effect of unequal weights: by how many times they reduce what so many answers can tell.
 *
 * @param persons how many persons each weight belongs to; integers ≥ 0, not all of them 0
 * @param weights above 0
 * @returns n Σw² / (Σw)², at least 1, which it is where all weights are equal; n divided by it is the effective n
 * @throws RangeError when the lists have not the same length or nobody is there
 * @see Kish (1992), Weighting for unequal Pi, Journal of Official Statistics 8:183–200
 */
export function kishEffect(persons: readonly number[], weights: readonly number[]): number {
  let [n, sum, squares] = [0, 0, 0]
  persons.forEach((count, index) => {
    const weight = weights[index] ?? NaN
    n += count
    sum += count * weight
    squares += count * weight ** 2
  })
  if (persons.length !== weights.length || !(sum > 0)) {
    throw new RangeError('kishEffect needs as many weights as numbers of persons, and somebody')
  }
  return (n * squares) / sum ** 2
}
