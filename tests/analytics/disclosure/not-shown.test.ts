import { expect, it } from 'vitest'
import type { Questionnaire } from '#surveys'
import { defaultPolicy } from '../../../analytics/disclosure/policy.ts'
import { protect } from '../../../analytics/disclosure/protect.ts'
import type { Table } from '../../../analytics/table.ts'
import { prfOf } from './survey.ts'

const text = { standard: { en: 'Words' } }
const options = ['yes', 'no'].map(code => ({ code, text }))
const followUps = ['why', 'when', 'where', 'how']
const questionnaire: Questionnaire = {
  title: text,
  sections: [
    {
      id: 'all',
      items: [
        { kind: 'single', id: 'told', text, options },
        ...followUps.map(id => ({
          kind: 'single' as const,
          id,
          text,
          options,
          showWhen: { question: 'told', selected: 'yes' }
        }))
      ]
    }
  ]
}

it('how many were not shown a question is one number behind one condition, not one to average over its follow-ups', () => {
  const tables: Table[] = ['told', ...followUps].map(question => ({
    question,
    by: [],
    codes: ['yes', 'no'],
    extras: [],
    columns: [
      {
        values: [],
        size: 200,
        key: 12345n,
        answered: 100,
        answeredKey: BigInt(question.length),
        chosen: [50, 50],
        extra: [],
        states: {
          dk: 0,
          pns: 0,
          skipped: question === 'told' ? 100 : 0,
          not_shown: question === 'told' ? 0 : 100
        }
      }
    ]
  }))
  const draws = new Set<number | null | undefined>()
  for (let secret = 0; secret < 30; secret += 1) {
    const printed = protect({
      tables,
      population: { breakdowns: [], cells: [{ values: [], count: 200 }] },
      earlier: [],
      questionnaire,
      policy: defaultPolicy,
      prf: prfOf(`secret ${secret}`)
    })
    const counts = printed
      .filter(table => followUps.includes(table.question))
      .map(table => table.columns[0]?.states.find(each => each.state === 'not_shown')?.n)
    expect(new Set(counts).size).toBe(1)
    draws.add(counts[0])
  }
  expect(draws.size).toBeGreaterThan(3)
})
