import type { Likelihood } from './evidence.ts'
import type { Graph, Sum, Unknown } from './graph.ts'
import { isOpen, settledSums } from './open.ts'
import { endOf, even, leftOf, scale, sumOf, weigh, type Weights } from './weights.ts'

/** Sums of more parts are left to `narrow`: so many draws of noise tell nothing further. */
const mostParts = 24

/** What a sum says of a count, the likeliest given the weight 1. */
export type Message = { readonly sum: Sum; readonly index: number; readonly said: Weights }

export type Beliefs = {
  /** What was printed of each count itself; nothing where nothing is asked that it could tell of. */
  readonly own: readonly Weights[]
  /** What the sums that it is in say of each count. */
  readonly told: readonly (readonly Message[])[]
}

/**
 * How likely each count is, beforehand all alike. First every sum speaks by itself, as if nothing more were known of its
 * parts than what is printed of them; then once more, having heard what their other sums say. Two turns of sum-product
 * (Pearl 1988): a count is weighed by its own number, all sums that it is in, and all sums of their parts. What lies
 * further off is behind more draws of noise than tell anything; each further turn would count the same draws again.
 *
 * @param wanted of which counts something is asked: what cannot reach them is not worked out
 */
export function* believe(
  graph: Graph,
  likelihood: Likelihood,
  wanted: (index: number) => boolean
): Generator<Beliefs> {
  const sums = settledSums(graph).filter(({ parts }) => parts.length <= mostParts)
  const near = sums.filter(sum => membersOf(sum).some(wanted))
  const among = new Set(near.filter(({ alone }) => !alone).flatMap(membersOf))
  const far = sums.filter(sum => !sum.alone && membersOf(sum).some(index => among.has(index)))
  const isHeard = (index: number): boolean => among.has(index) || wanted(index)
  const spoken = [...new Set([...near, ...far])]
  const needed = new Set(spoken.flatMap(membersOf))
  const own = graph.unknowns.map((unknown, index) =>
    needed.has(index) || wanted(index) || isPrinted(unknown) ? ownOf(unknown, likelihood) : even(0, 0)
  )
  const first = heard(own, spoken, isHeard, index => own[index] ?? even(0, 0))
  yield { own, told: first }
  const joint = near.filter(({ alone }) => !alone)
  yield { own, told: heard(own, joint, wanted, (index, sum) => cavity(own, first, index, sum)) }
}

/** Also looked at where nobody asks: numbers that no noise explains are found in it. */
function isPrinted(unknown: Unknown): boolean {
  return unknown.evidence.length > 0 && !isOpen(unknown)
}

/** What was printed of a count itself. */
function ownOf({ from, to, evidence }: Unknown, likelihood: Likelihood): Weights {
  const weights = even(from, to)
  for (const one of evidence) likelihood.weigh(weights, one)
  scale(weights)
  return weights
}

function membersOf({ whole, parts }: Sum): readonly number[] {
  return [whole, ...parts]
}

function heard(
  own: readonly Weights[],
  sums: readonly Sum[],
  hears: (index: number) => boolean,
  of: (index: number, sum: Sum) => Weights
): readonly (readonly Message[])[] {
  const told: Message[][] = own.map(() => [])
  for (const sum of sums) {
    for (const one of speak(sum, hears, index => of(index, sum))) told[one.index]?.push(one)
  }
  return told
}

/** What is believed of a count, but for what one sum said. */
function cavity(
  own: readonly Weights[],
  told: readonly (readonly Message[])[],
  index: number,
  except: Sum
): Weights {
  const mine = own[index] ?? even(0, 0)
  const belief = { from: mine.from, at: mine.at.slice() }
  for (const { sum, said } of told[index] ?? []) if (sum !== except && !sum.alone) weigh(belief, said)
  scale(belief)
  return belief
}

/** What a sum says of its whole and of each of its parts that hears it, given what is believed of the others. */
function speak(sum: Sum, hears: (index: number) => boolean, of: (index: number) => Weights): Message[] {
  const whole = of(sum.whole)
  const parts = sum.parts.map(of)
  const nothing = even(0, 0)
  const before = [nothing]
  // Of the first parts together only what leaves the others room to make the whole.
  const room = parts.map((_, place) => leastAndMost(parts.slice(place)))
  for (const [place, part] of parts.slice(0, -1).entries()) {
    const sooner = before[place] ?? nothing
    const [least, most] = room[place + 1] ?? [0, 0]
    const from = Math.max(sooner.from + part.from, whole.from - most)
    before.push(sumOf(sooner, part, from, Math.min(endOf(sooner) + endOf(part), endOf(whole) - least)))
  }
  const messages: Message[] = []
  let after = nothing
  for (let place = parts.length - 1; place >= 0; place -= 1) {
    const part = parts[place] ?? nothing
    const sooner = before[place] ?? nothing
    const index = sum.parts[place] ?? 0
    if (hears(index)) {
      const from = Math.max(whole.from - endOf(part), sooner.from + after.from)
      const to = Math.min(endOf(whole) - part.from, endOf(sooner) + endOf(after))
      const others = sumOf(sooner, after, from, to)
      messages.push(message(sum, index, leftOf(whole, others, part.from, endOf(part))))
    }
    const [least, most] = leastAndMost(parts.slice(0, place))
    const start = Math.max(part.from + after.from, whole.from - most)
    after = sumOf(part, after, start, Math.min(endOf(part) + endOf(after), endOf(whole) - least))
  }
  if (hears(sum.whole))
    messages.push(message(sum, sum.whole, leftOf(after, nothing, whole.from, endOf(whole))))
  return messages
}

function leastAndMost(parts: readonly Weights[]): readonly [number, number] {
  return [parts.reduce((sum, { from }) => sum + from, 0), parts.reduce((sum, part) => sum + endOf(part), 0)]
}

function message(sum: Sum, index: number, said: Weights): Message {
  scale(said)
  return { sum, index, said }
}
