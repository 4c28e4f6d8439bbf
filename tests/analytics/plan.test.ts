import { describe, expect, it } from 'vitest'
import { plannedTables } from '../../analytics/plan.ts'
import type { Questionnaire } from '#surveys'
import { questionnaire, single } from './disclosure/survey.ts'

function tablesFor(
  question: string,
  breakdowns: readonly string[],
  asked = questionnaire
): readonly string[] {
  const plan = plannedTables(asked, breakdowns).find(one => one.question === question)
  return plan?.by.map(by => by.join(' and ')) ?? []
}

const withDisability: Questionnaire = {
  ...questionnaire,
  sections: [
    ...questionnaire.sections,
    {
      id: 'more',
      items: [
        { ...single('barriers', ['yes', 'no']), profile: 'disability' },
        { kind: 'long_text', id: 'say', text: { standard: { en: 'Say more' } } }
      ]
    }
  ]
}

describe('planned tables', () => {
  const three = ['gender', 'age_band', 'place']

  it('show a question for all, by each breakdown and by each pair', () => {
    expect(tablesFor('mood', three)).toEqual([
      '',
      'gender',
      'age_band',
      'place',
      'gender and age_band',
      'gender and place',
      'age_band and place'
    ])
  })

  it('show a sensitive question by one breakdown at most', () => {
    expect(tablesFor('hurt', three)).toEqual(['', 'gender', 'age_band', 'place'])
  })

  it('never show a breakdown by itself, nor single persons by three background questions', () => {
    expect(tablesFor('gender', three)).toEqual(['', 'age_band', 'place'])
  })

  it('show disability alone, as a breakdown and as a question', () => {
    const by = ['gender', 'barriers']
    expect(tablesFor('mood', by, withDisability)).toEqual(['', 'gender', 'barriers'])
    expect(tablesFor('barriers', by, withDisability)).toEqual([''])
    expect(tablesFor('gender', by, withDisability)).toEqual([''])
  })

  it('leave out open questions', () => {
    expect(plannedTables(withDisability, three).map(({ question }) => question)).not.toContain('say')
  })

  it('show each closed question for all when there is no breakdown', () => {
    expect(plannedTables(questionnaire, []).every(({ by }) => JSON.stringify(by) === '[[]]')).toBe(true)
  })
})
