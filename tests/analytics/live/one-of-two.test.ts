import { describe, expect, it } from 'vitest'
import {
  audit,
  defaultPolicy,
  liveRuleOf,
  nextThreshold,
  oneOfTwoIn,
  protectLive,
  type ProtectedLive,
  type PublishedBefore
} from '#analytics'
import type { Questionnaire } from '#surveys'
import { seededChance } from '../../../server/secretariat/seeded-chance.ts'

const text = { standard: { en: 'x' } }
const options = ['yes', 'no'].map(code => ({ code, text }))
const questionnaire: Questionnaire = {
  title: text,
  sections: [
    {
      id: 'all',
      items: [
        { id: 'either', kind: 'single', text, options },
        { id: 'boxes', kind: 'multiple', text, options },
        { id: 'three', kind: 'single', text, options: [...options, { code: 'maybe', text }] }
      ]
    }
  ]
}
const oneOfTwo = oneOfTwoIn(questionnaire)
const rule = liveRuleOf('open')

/** Live releases of a meeting in which a part of all say yes to either question. */
function meeting(seed: number): readonly ProtectedLive[] {
  const chance = seededChance(seed)
  const part = chance()
  const noise = new Map<string, number>()
  const releases: ProtectedLive[] = []
  for (let size = nextThreshold(0, 10); size <= 225; size = nextThreshold(size, 10)) {
    const yes = Math.round(part * size)
    const table = (question: string) => ({
      question,
      by: [],
      codes: ['yes', 'no'],
      extras: [],
      columns: [
        {
          values: [],
          size,
          key: BigInt(size),
          answered: size,
          answeredKey: BigInt(size),
          chosen: [yes, size - yes],
          extra: [],
          states: { dk: 0, pns: 0, skipped: 0, not_shown: 0 }
        }
      ]
    })
    releases.push(
      protectLive({
        tables: [table('either'), table('boxes')],
        oneOfTwo,
        responses: size,
        number: releases.length + 1,
        before: releases.at(-1) ?? null,
        rule,
        policy: defaultPolicy,
        prf: message => {
          const drawn = noise.get(message.join()) ?? chance()
          noise.set(message.join(), drawn)
          return drawn
        }
      })
    )
  }
  return releases
}

/** How far two shares are from a hundred together, wherever both are told. */
function gaps(question: string): number[] {
  return Array.from({ length: 100 }, (_, seed) => meeting(seed)).flatMap(releases =>
    releases.flatMap(({ tables }) => {
      const shares = tables.find(table => table.question === question)?.cells.map(({ share }) => share) ?? []
      const [yes, no] = shares
      return typeof yes === 'number' && typeof no === 'number' ? [Math.abs(yes + no - 100)] : []
    })
  )
}

describe('a question with two answers, of which one is given', () => {
  it('is told apart from boxes and from questions with more', () => {
    expect([...oneOfTwo]).toEqual(['either'])
  })

  it('is told by one number: what one share leaves is the other', () => {
    // Both halves of a step are rounded up.
    expect(Math.max(...gaps('either'))).toBeLessThanOrEqual(5)
    expect(Math.max(...gaps('boxes'))).toBeGreaterThan(5)
  })

  it('never contradicts itself before the audit', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const releases = meeting(seed).map(({ tables }, index, all): PublishedBefore => {
        const responses = thresholds(all.length)
        return {
          responses: responses[index] ?? 0,
          tables: [],
          shares: tables
            .filter(({ question }) => question === 'either')
            .map(table => ({
              table,
              step: rule.step,
              oneOfTwo: true,
              responses: responses[table.renewed - 1] ?? 0
            }))
        }
      })
      const found = audit({ questionnaire, policy: defaultPolicy, releases })
      let step = found.next()
      while (step.done !== true) step = found.next()
      expect(step.value.filter(({ statement }) => statement === 'contradiction')).toEqual([])
    }
  })
})

function thresholds(count: number): number[] {
  const all: number[] = []
  while (all.length < count) all.push(nextThreshold(all.at(-1) ?? 0, 10))
  return all
}
