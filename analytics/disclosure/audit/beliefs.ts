import type { Likelihood } from './evidence.ts'
import type { Graph, Sum } from './graph.ts'
import { endOf, even, leftOf, scale, sumOf, weigh, type Weights } from './weights.ts'

/** Sums of more parts are left to `narrow`: so many draws of noise tell nothing further. */
const mostParts = 24

/** What a sum says of a count, the likeliest given the weight 1. */
export type Message = { readonly sum: Sum; readonly index: number; readonly said: Weights }

export type Beliefs = {
  /** What was printed of each count itself. */
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
  const own = graph.unknowns.map(({ from, to, evidence }) => {
    const weights = even(from, to)
    for (const one of evidence) likelihood.weigh(weights, one)
    scale(weights)
    return weights
  })
  const sums = graph.sums.filter(({ parts }) => parts.length <= mostParts)
  const near = sums.filter(sum => membersOf(sum).some(wanted))
  const among = new Set(near.filter(({ alone }) => !alone).flatMap(membersOf))
  const far = sums.filter(sum => !sum.alone && membersOf(sum).some(index => among.has(index)))
  const first = heard(own, [...new Set([...near, ...far])], index => own[index] ?? even(0, 0))
  yield { own, told: first }
  const joint = near.filter(({ alone }) => !alone)
  yield { own, told: heard(own, joint, (index, sum) => cavity(own, first, index, sum)) }
}

function membersOf({ whole, parts }: Sum): readonly number[] {
  return [whole, ...parts]
}

function heard(
  own: readonly Weights[],
  sums: readonly Sum[],
  of: (index: number, sum: Sum) => Weights
): readonly (readonly Message[])[] {
  const told: Message[][] = own.map(() => [])
  for (const sum of sums) {
    for (const one of speak(sum, index => of(index, sum))) told[one.index]?.push(one)
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

/** What a sum says of its whole and of each of its parts, given what is believed of the others. */
function speak(sum: Sum, of: (index: number) => Weights): Message[] {
  const whole = of(sum.whole)
  const parts = sum.parts.map(of)
  const nothing = even(0, 0)
  const before = [nothing]
  for (const part of parts) before.push(sumOf(before.at(-1) ?? nothing, part))
  const messages: Message[] = []
  let after = nothing
  for (let place = parts.length - 1; place >= 0; place -= 1) {
    const part = parts[place] ?? nothing
    const sooner = before[place] ?? nothing
    const from = Math.max(whole.from - endOf(part), sooner.from + after.from)
    const to = Math.min(endOf(whole) - part.from, endOf(sooner) + endOf(after))
    const others = sumOf(sooner, after, from, to)
    messages.push(message(sum, sum.parts[place] ?? 0, leftOf(whole, others, part.from, endOf(part))))
    after = sumOf(part, after)
  }
  messages.push(message(sum, sum.whole, leftOf(after, nothing, whole.from, endOf(whole))))
  return messages
}

function message(sum: Sum, index: number, said: Weights): Message {
  scale(said)
  return { sum, index, said }
}
