import { stateCodes, type Answer } from '#surveys'
import type { ProfileItem } from './profile.ts'
import type { Route } from './route.ts'

type Taken = 'skipped' | 'pns' | 'dk'

/**
 * A response without some of its answers. Each becomes "skipped", which every question that was shown can be; where
 * that would contradict what was asked afterwards, "preferred not to say" or "did not know", if the question offers
 * them. Where nothing fits, the route alone still differs from every one that could be: it stays "skipped".
 */
export function takenOut(
  route: Route,
  response: readonly number[],
  items: readonly ProfileItem[]
): readonly number[] {
  const routing = items.filter(({ question }) => route.reads.has(question.id))
  const fitting =
    routing.length === 0 ? undefined : waysOf(routing).find(way => route.allows(response, answersOf(way)))
  return items.reduce<readonly number[]>((changed, { question, at }) => {
    return changed.with(at, stateCodes[fitting?.get(question.id) ?? 'skipped'])
  }, response)
}

function waysOf(items: readonly ProfileItem[]): ReadonlyMap<string, Taken>[] {
  return items.reduce<ReadonlyMap<string, Taken>[]>(
    (ways, { question }) => {
      const states: readonly Taken[] = [
        'skipped',
        ...(question.preferNotToSay === false ? [] : (['pns'] as const)),
        ...(question.dontKnow === false ? [] : (['dk'] as const))
      ]
      return ways.flatMap(way => states.map(state => new Map([...way, [question.id, state]])))
    },
    [new Map()]
  )
}

function answersOf(way: ReadonlyMap<string, Taken>): ReadonlyMap<string, Answer> {
  return new Map([...way].map(([id, state]) => [id, { state }]))
}
