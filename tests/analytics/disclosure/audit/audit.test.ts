import { describe, expect, it } from 'vitest'
import { audit, leaveOut, type AuditFinding } from '#analytics'
import { defaultPolicy } from '../../../../analytics/disclosure/policy.ts'
import type { PrintedColumn, PrintedCount, PrintedTable } from '../../../../analytics/table.ts'
import { questionnaire } from '../survey.ts'
import { madeUp, ran } from './consultations.ts'

const policy = defaultPolicy
const coarse = { ...policy, noise: { D: 1, V: 0.9 } }

describe('the audit before publication', () => {
  it('lets numbers pass that noise explains', () => {
    expect(findingsIn(moods(100, 60, 40))).toEqual([])
  })

  it('finds that nobody is left when the parts are as much more than the whole as noise allows', () => {
    // 57 and 57 of 100: each draw is at or next to its end, so that nobody can be left over who said so.
    const found = findingsIn(moods(100, 58, 57))
    expect(found.map(({ statement, question, by }) => [statement, question, by])).toContainEqual([
      'nobody',
      'mood',
      ['gender']
    ])
    for (const { sure } of found) expect(sure).toBeGreaterThanOrEqual(0.9)
  })

  it('finds what a later release tells of those who joined', () => {
    // Ten more answers, and nearly the most that noise can take from the one and add to the other.
    const before = { responses: 300, tables: [moods(105, 60, 45)[0]!] }
    const found = ran(
      audit({
        questionnaire,
        policy,
        releases: [before, { responses: 310, tables: [moods(95, 60, 45, 310)[0]!] }]
      })
    )
    expect(found.map(({ statement, by }) => [statement, by])).toContainEqual(['nobody', []])
  })

  it.each([11, 12, 13])('refuses noise of at most one person (%i)', seed => {
    const { responses, printed } = madeUp({ count: 300, seed, policy: coarse })
    expect(
      ran(audit({ questionnaire, policy: coarse, releases: [{ responses, tables: printed }] })).length
    ).toBeGreaterThan(0)
  })

  it.each([11, 12, 13])('refuses two different noises for one cell (%i)', seed => {
    const [one, two] = ['one', 'two'].map(secret => madeUp({ count: 300, seed, secret }))
    const releases = [one!, two!].map(({ responses, printed }) => ({ responses, tables: printed }))
    expect(ran(audit({ questionnaire, policy, releases })).length).toBeGreaterThan(0)
  })

  it('finds no more in a release that is printed again', () => {
    const { responses, printed } = madeUp({ count: 300, seed: 11 })
    const release = { responses, tables: printed }
    const once = ran(audit({ questionnaire, policy, releases: [release] }))
    expect(ran(audit({ questionnaire, policy, releases: [release, release] }))).toEqual(once)
  })

  it('leaves out whole tables, with those that split them further, until nothing is found', () => {
    const { responses, printed } = madeUp({ count: 300, seed: 11, policy: coarse })
    const input = { questionnaire, policy: coarse, responses, tables: printed, earlier: [] }
    const { tables, leftOut } = ran(leaveOut(input))
    expect(leftOut.length).toBeGreaterThan(0)
    expect(tables.length + leftOut.length).toBe(printed.length)
    for (const { question, by } of leftOut) {
      const finer = tables.filter(
        table => table.question === question && by.every(one => table.by.includes(one))
      )
      expect(finer).toEqual([])
    }
    expect(ran(audit({ questionnaire, policy: coarse, releases: [{ responses, tables }] }))).toEqual([])
  })

  it('looks at what was declared without a question, too', () => {
    const languages = (en: number, fr: number, ru: number): PrintedTable[] => {
      const cells = Object.entries({ en, fr, ru }).map(([code, n]) => {
        return { code, n: n < 10 ? null : n, percent: null, status: n < 10 ? ('c' as const) : ('' as const) }
      })
      const size: PrintedCount = { n: 300, status: '' }
      return [
        { question: ':language', by: [], columns: [{ values: [], size, base: size, cells, states: [] }] }
      ]
    }
    expect(findingsIn(languages(180, 115, 0))).toEqual([])
    // Everyone is exact, so that two draws at their ends leave nobody.
    expect(findingsIn(languages(185, 125, 0)).map(({ statement }) => statement)).toContain('nobody')
  })

  it('tells how far it is', () => {
    const { responses, printed } = madeUp({ count: 60, seed: 5 })
    const steps = [...audit({ questionnaire, policy, releases: [{ responses, tables: printed }] })]
    expect(steps).toEqual(Array.from({ length: 6 }, (_, index) => ({ done: index + 1, of: 6 })))
  })

  it('takes numbers that no noise explains for a finding, not for an accident', () => {
    const found = findingsIn(moods(100, 80, 60))
    expect(found).toContainEqual({ question: 'mood', by: [], statement: 'contradiction', sure: 1 })
  })
})

function findingsIn(tables: readonly PrintedTable[]): readonly AuditFinding[] {
  return ran(audit({ questionnaire, policy, releases: [{ responses: 300, tables }] }))
}

/** So many of 300 are in a good mood, so many girls and boys; a few gave no gender. */
function moods(all: number, female: number, male: number, responses = 300): readonly PrintedTable[] {
  const hidden = column(['not_given'], null, null)
  const genders = [
    column(['female'], 160, female),
    column(['male'], 140, male),
    column(['another'], null, null)
  ]
  return [
    { question: 'mood', by: [], columns: [column([], responses, all)] },
    { question: 'mood', by: ['gender'], columns: [...genders, hidden] }
  ]
}

function column(values: readonly string[], size: number | null, good: number | null): PrintedColumn {
  const count = (n: number | null): PrintedCount => (n === null ? { n, status: 'c' } : { n, status: '' })
  const cell = (code: string, n: number | null) => ({ code, ...count(n), percent: null })
  const rest = size === null || good === null ? null : size - good
  return {
    values,
    size: count(size),
    base: count(size),
    cells: [cell('good', good), cell('fair', rest), cell('bad', null)],
    states: [
      { state: 'dk', n: null, status: 'c' },
      { state: 'pns', n: null, status: 'c' },
      { state: 'skipped', n: null, status: 'c' }
    ]
  }
}
