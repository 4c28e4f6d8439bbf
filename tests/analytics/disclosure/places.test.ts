import { describe, expect, it } from 'vitest'
import { audit, cellsOf, publishedOf } from '#analytics'
import type { Answer, Answers, Question } from '#surveys'
import { madeRelease, withNoise } from '../../support/made-release.ts'
import { words } from '../../support/sample-questionnaire.ts'
import { choice } from '../../surveys/small-questionnaires.ts'
import { ran } from './audit/consultations.ts'

const countries = { ke: 260, fr: 240, de: 150, it: 40, br: 30 }
const questions: Question[] = [
  choice('mood', ['good', 'bad']),
  { ...choice('home', Object.keys(countries)), profile: 'country' }
]
const answers = Object.entries(countries).flatMap(([code, count]) =>
  Array.from({ length: count }, (_, index): Answers => {
    const one = (codes: string[]): Answer => ({ state: 'answered', codes })
    return new Map([
      ['mood', one([index % 3 === 0 ? 'bad' : 'good'])],
      ['home', one([code])]
    ])
  })
)
const release = madeRelease({
  questionnaire: { title: words('Places'), sections: [{ id: 'all', items: questions }] },
  breakdowns: ['region', 'home'],
  answers
})
const groupsBy = (by: string) =>
  release.tables
    .find(table => table.question === 'mood' && table.by.join() === by)
    ?.columns.flatMap(({ values, size }) => (size.n === null ? [] : [[values.join(), size.n]]))

describe('where respondents live', () => {
  it('is told by region, and by country from 100 answers of it', () => {
    expect(groupsBy('region')).toEqual([
      ['africa', 260],
      ['americas', 30],
      ['europe', 430]
    ])
    expect(groupsBy('home')).toEqual([
      ['ke', 260],
      ['fr', 240],
      ['de', 150]
    ])
  })

  it('is never told by region and country at once, nor the one by the other', () => {
    const crossed = release.tables.filter(({ question, by }) => {
      const places = [question, ...by].filter(id => id === 'region' || id === 'home')
      return places.length > 1
    })
    expect(crossed).toEqual([])
  })

  it('is one number, whether the region is asked about or splits another question', () => {
    const noisy = madeRelease({
      questionnaire: release.version.questionnaire,
      breakdowns: ['region', 'home'],
      answers,
      prf: withNoise
    })
    const [asked, split] = [
      noisy.tables.find(({ question, by }) => question === 'region' && by.length === 0),
      noisy.tables.find(({ question, by }) => question === 'mood' && by.join() === 'region')
    ]
    const sizes = new Map(split?.columns.map(({ values, size }) => [values[0] ?? '', size.n]))
    for (const { code, n } of cellsOf(asked!.columns[0]!)) expect([code, n]).toEqual([code, sizes.get(code)])
  })

  it('passes the audit before publication, also the region that nobody was asked for', () => {
    const { version, policy } = release
    const input = { questionnaire: version.questionnaire, policy, releases: publishedOf([release]) }
    expect(ran(audit(input))).toEqual([])
  })

  it('is left unsaid by one number of people, if nobody has named a country that is not told', () => {
    const silent = Array.from({ length: 40 }, (): Answers => new Map())
    const draws = Array.from({ length: 20 }, (_, seed) => {
      const { tables } = madeRelease({
        questionnaire: release.version.questionnaire,
        breakdowns: ['region', 'home'],
        answers: [...answers, ...silent],
        prf: message => withNoise([String(seed), ...message])
      })
      return ['home', 'region'].map(
        id =>
          tables
            .find(({ question, by }) => question === id && by.length === 0)
            ?.columns[0]?.states.find(({ state }) => state === 'skipped')?.n
      )
    })
    for (const [home, region] of draws) expect(region).toBe(home)
    expect(new Set(draws.flat()).size).toBeGreaterThan(3)
  })
})
