import { expect, it } from 'vitest'
import { seededChance } from '../../../server/secretariat/seeded-chance.ts'
import { attackLive } from './attack.ts'

/** `npm run attack:live` takes 400 runs of each meeting. */
const few = { responses: 100, runs: 25, questions: 40 } as const

it.each([4, 9])(
  'is nearly sure of one answer in a hundred at most, of %i codes',
  { timeout: 60_000 },
  codes => {
    const found = attackLive({ ...few, codes, board: 'shipped' }, seededChance(codes))
    expect(found.sure).toBeLessThanOrEqual(0.01)
    // It is an attacker: it is right more often than chance.
    expect(found.right).toBeGreaterThan(1.2 / codes)
  }
)

it.each(['one', 'box'] as const)(
  'is seldom nearly sure where there are two ways to answer: %s',
  { timeout: 60_000 },
  kind => {
    const attack = { codes: 2, kind, responses: 300, runs: 50, questions: 40, board: 'shipped' } as const
    const found = attackLive(attack, seededChance(2))
    expect(found.sure).toBeLessThanOrEqual(0.02)
    expect(found.certain).toBeLessThanOrEqual(0.01)
    expect(found.right).toBeGreaterThan(0.55)
  }
)

it('reads every answer where each is shown at once and without noise', () => {
  const found = attackLive({ ...few, codes: 4, board: 'naive' }, seededChance(1))
  expect(found).toMatchObject({ certain: 1, right: 1, questionnaires: 1, ofOne: 40 })
})
