import { liveRuleOf, protectLive, thresholdReached, type LiveTable, type ProtectedLive } from '#analytics'
import { defaultPolicy } from '../../../analytics/disclosure/policy.ts'
import { prfOf } from '../../../server/releases/noise-key.ts'
import { shuffledBy, type Chance } from './chance.ts'

/** What is asked: one of so many codes, or whether to tick a box, which is code 1; a box left alone is not shown. */
export type Asked = { readonly codes: number; readonly kind: 'one' | 'box' }

/** Who answers a meeting's questions: for each person a code of each question. */
export type Person = { readonly key: bigint; readonly answers: Uint8Array }

/** What one release shows, and who is in it. */
export type Shown = {
  readonly number: number
  readonly inIt: readonly Person[]
  readonly tables: readonly LiveTable[]
  /** The printed base of each question: the attacker is given what is published nowhere. */
  readonly bases: readonly number[]
}

/**
 * A meeting as the house runs it: after each arrival the schedule is asked, a random choice of those who wait is poured,
 * and tables are protected by the shipped code, with its noise.
 */
export function meeting(people: readonly Person[], { codes, kind }: Asked, chance: Chance): readonly Shown[] {
  const prf = prfOf(Buffer.from(Float64Array.of(chance(), chance()).buffer), 'meeting')
  const rule = liveRuleOf('open')
  const questions = people[0]?.answers.length ?? 0
  const ids = Array.from({ length: questions }, (_, question) => `q${question}`)
  const oneOfTwo = new Set(kind === 'one' && codes === 2 ? ids : [])
  const named = Array.from({ length: codes }, (_, code) => `${code}`).slice(kind === 'box' ? 1 : 0)
  const poured: Person[] = []
  let waiting: Person[] = []
  let before: ProtectedLive | null = null
  const shown: Shown[] = []
  for (const [arrived, person] of people.entries()) {
    waiting.push(person)
    const threshold = thresholdReached(poured.length, arrived + 1, rule.first)
    if (threshold === undefined) continue
    const mixed = shuffledBy(waiting, chance)
    const count = threshold - poured.length
    poured.push(...mixed.slice(0, count))
    waiting = mixed.slice(count)
    const number = shown.length + 1
    const key = poured.reduce((sum, one) => BigInt.asUintN(64, sum + one.key), 0n)
    const made: ProtectedLive = protectLive({
      oneOfTwo,
      tables: ids.map((id, question) => ({
        question: id,
        by: [],
        codes: named,
        extras: [],
        columns: [
          {
            values: [],
            size: poured.length,
            key,
            answered: poured.length,
            answeredKey: key,
            chosen: countsOf(poured, question, codes).slice(-named.length),
            extra: [],
            states: { dk: 0, pns: 0, skipped: 0, not_shown: 0 }
          }
        ]
      })),
      responses: poured.length,
      number,
      before,
      rule,
      policy: defaultPolicy,
      prf
    })
    const { bases } = made
    before = made
    shown.push({
      number,
      inIt: [...poured],
      tables: made.tables,
      bases: made.tables.map(({ question }) => bases[question] ?? 0)
    })
  }
  return shown
}

export function countsOf(people: readonly Person[], question: number, codes: number): number[] {
  const counts = Array.from({ length: codes }, () => 0)
  for (const { answers } of people) {
    const code = answers[question] ?? 0
    counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}
