import type { Child, Response, Turn } from './evidence.ts'

/** A turn in which responses came out of the waiting room. */
export type KnownPour = {
  readonly second: number
  readonly poured: readonly Response[]
  /** How likely the answers of a child who sent them in that second, not later than the pour, are among the responses. */
  probabilityFor(second: number): number
}

/** What anybody can reckon who counts marks and responses: each pour takes so many of so many, at random. */
export function poursOf(children: readonly Child[], turns: readonly Turn[]): KnownPour[] {
  const pours = turns.filter(({ poured }) => poured.length > 0)
  const shares = pours.map(({ second, poured }, at) => {
    const came = children.filter(child => child.second <= second).length
    const gone = pours.slice(0, at).reduce((sum, earlier) => sum + earlier.poured.length, 0)
    return { second, share: poured.length / (came - gone) }
  })
  return pours.map(({ second, poured }, at) => ({
    second,
    poured,
    probabilityFor: sent =>
      shares
        .slice(0, at)
        .filter(earlier => sent <= earlier.second)
        .reduce((left, { share }) => left * (1 - share), shares[at]!.share)
  }))
}
