import type { Child, Evidence, Guesses, Response } from './evidence.ts'
import { poursOf, type KnownPour } from './pours.ts'

/** Something by which children, or responses, can be put in an order; undefined where nothing is known. */
export type Order<Item> = (item: Item) => number | bigint | string | undefined

/**
 * Takes the orders of children and of responses for the same: of those that can belong together, the k-th child gets the
 * k-th response. A child is looked for in the pour in which a response is likeliest to be its own, among those in its language.
 */
export function guessByOrder(
  { children, turns }: Evidence,
  ofChildren: Order<Child>,
  ofResponses: Order<Response>
): Guesses {
  const pours = poursOf(children, turns)
  const guesses = new Map<Child, string>()
  for (const pour of pours) {
    for (const language of new Set(children.map(child => child.language))) {
      const candidates = sorted(
        children.filter(
          child =>
            child.language === language && child.second <= pour.second && ofChildren(child) !== undefined
        ),
        ofChildren
      )
      const responses = sorted(
        pour.poured.filter(response => response.language === language),
        ofResponses
      )
      for (const [rank, child] of candidates.entries()) {
        const response = responses[Math.floor((rank * responses.length) / candidates.length)]
        if (response !== undefined && likeliest(pours, child) === pour) guesses.set(child, response.name)
      }
    }
  }
  return children.map(child => guesses.get(child))
}

function likeliest(pours: readonly KnownPour[], { second }: Child): KnownPour | undefined {
  const perResponse = (pour: KnownPour) =>
    second <= pour.second ? pour.probabilityFor(second) / pour.poured.length : 0
  return pours.toSorted((a, b) => perResponse(b) - perResponse(a))[0]
}

/** Those of which nothing is known come last, as they came. */
export function sorted<Item>(items: readonly Item[], order: Order<Item>): Item[] {
  return items
    .map(item => ({ item, key: order(item) }))
    .toSorted(({ key: a }, { key: b }) => {
      if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
      return a < b ? -1 : Number(a > b)
    })
    .map(({ item }) => item)
}
