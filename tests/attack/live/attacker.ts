import { defaultPolicy, liveRuleOf, type LiveCell, type LiveTable } from '#analytics'
import { perturbationTable, probabilitiesOf, rowOf } from '../../../analytics/disclosure/perturbation.ts'
import { liveCell } from '../../../analytics/live/printing.ts'
import { countsOf, type Asked, type Person, type Shown } from './meeting.ts'

const table = perturbationTable(defaultPolicy.noise)
const rule = liveRuleOf('open')
const known = new Map<string, number>()

/**
 * How likely a cell is shown as it is, for a true count and a printed base.
 *
 * @param rest the other of two, which is what the first leaves of the base
 */
function likelihood(
  shown: LiveCell,
  count: number,
  base: number,
  told: LiveTable['told'],
  rest?: LiveCell
): number {
  const name = [nameOf(shown), rest && nameOf(rest), count, base].join()
  const before = known.get(name)
  if (before !== undefined) return before
  const row = rowOf(table, count)
  const isShown = (cell: LiveCell, noisy: number): boolean =>
    nameOf(liveCell(cell.code, noisy, base, told, rule, defaultPolicy)) === nameOf(cell)
  const found = probabilitiesOf(row).reduce((sum, p, index) => {
    const noisy = Math.min(count + (row.noise[index] ?? 0), base)
    return isShown(shown, noisy) && (rest === undefined || isShown(rest, base - noisy)) ? sum + p : sum
  }, 0)
  known.set(name, found)
  return found
}

const nameOf = ({ share, word, status }: LiveCell): string => `${share} ${word} ${status}`

/**
 * What somebody believes of one person's answers who knows the answers of all others, which of them are in which release,
 * from which release on the person is in it, the perturbation table, and even the printed bases, which are not shown; but
 * not the secret of the noise. Everything but the noise; nobody real knows as much. Beforehand every code is as likely.
 *
 * @returns for each question the probability of each code
 */
export function believe(target: Person, shown: readonly Shown[], { codes, kind }: Asked): number[][] {
  return Array.from(target.answers, (_, question) => {
    const log = Array.from({ length: codes }, () => 0)
    for (const { number, inIt, tables, bases } of shown) {
      const told = tables[question]
      if (told === undefined || told.renewed !== number || !inIt.includes(target)) continue
      const others = countsOf(
        inIt.filter(one => one !== target),
        question,
        codes
      )
      const [first, second] = told.cells
      const isOneOfTwo = kind === 'one' && codes === 2
      const drawn = isOneOfTwo && first !== undefined ? [first] : told.cells
      drawn.forEach((cell, at) => {
        const code = kind === 'box' ? 1 : at
        const count = others[code] ?? 0
        const base = bases[question] ?? 0
        const rest = isOneOfTwo ? second : undefined
        const without = Math.log(likelihood(cell, count, base, told.told, rest))
        const one = Math.log(likelihood(cell, count + 1, base, told.told, rest))
        log.forEach((sum, hypothesis) => {
          log[hypothesis] = sum + (hypothesis === code ? one : without)
        })
      })
    }
    const most = Math.max(...log)
    const weights = log.map(value => Math.exp(value - most))
    const all = weights.reduce((sum, weight) => sum + weight, 0)
    return weights.map(weight => weight / all)
  })
}

/**
 * The same person before an imagined board that waits for ten answers and then shows every exact count at once: whoever
 * knows the others takes them away.
 */
export function believeNaive(target: Person, people: readonly Person[], codes: number): number[][] {
  const at = Math.max(people.indexOf(target) + 1, defaultPolicy.releaseStep)
  const shown = people.slice(0, at)
  return Array.from(target.answers, (_, question) => {
    const all = countsOf(shown, question, codes)
    const others = countsOf(
      shown.filter(one => one !== target),
      question,
      codes
    )
    const possible = all.map((_count, code) =>
      all.every((count, other) => count === (others[other] ?? 0) + (other === code ? 1 : 0)) ? 1 : 0
    )
    const ways = possible.reduce<number>((sum, one) => sum + one, 0)
    return possible.map(one => one / ways)
  })
}
