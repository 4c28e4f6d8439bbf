import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalRelease,
  reopen,
  weightedCells,
  weightingOf,
  type Dimension,
  type Release,
  type Target,
  type Weighting
} from '#analytics'
import type { Answers } from '#surveys'
import { rake } from '../../../analytics/statistics/rake.ts'
import { sha256 } from '../../../server/sha256.ts'
import { madeRelease, withNoise } from '../../support/made-release.ts'
import { people, questionnaire } from '../composition/people.ts'

type Shares = Readonly<Partial<Record<Dimension, Readonly<Record<string, number>>>>>

function targetOf(shares: Shares, weighBy: Dimension[]): Target {
  const margins = (['age_band', 'gender'] as const).flatMap(dimension => {
    const given = shares[dimension]
    if (given === undefined) return []
    const numbers = Object.entries(given).map(([code, number]) => ({ code, number }))
    return [{ dimension, source: 'Census', date: '2025', numbers }]
  })
  return { margins, weighBy }
}

function released(answers: readonly Answers[], target: Target, breakdowns = ['sex', 'age']): Release {
  return madeRelease({ questionnaire, breakdowns, answers, target })
}

function weighted(weighting: Weighting) {
  if (weighting.outcome !== 'weighted') throw new Error(`not weighted: ${JSON.stringify(weighting)}`)
  return weighting
}

const even = targetOf({ gender: { female: 50, male: 50 } }, ['gender'])

describe('weighting by one dimension', () => {
  const answers = [
    ...people(180, { gender: 'female', agrees: 'yes' }),
    ...people(120, { gender: 'female', agrees: 'no' }),
    ...people(20, { gender: 'male', agrees: 'yes' }),
    ...people(80, { gender: 'male', agrees: 'no' })
  ]
  const release = released(answers, even)
  const weighting = weighted(weightingOf(release))

  it('counts each group as much as it has in the target', () => {
    // 60 % of girls and 20 % of boys agree: half of each makes 40 %, where 50 % of those who answered agree.
    expect(weightedCells(weighting, release, 'agrees')).toEqual([
      { code: 'yes', percent: 40, status: '' },
      { code: 'no', percent: 60, status: '' }
    ])
  })

  it('tells by how much it costs: 300 weights of 2/3 and 100 of 2', () => {
    expect(weighting.designEffect).toBeCloseTo(4 / 3, 9)
    expect(weighting.effective).toBe(300)
  })

  it('leaves those alone who told no value, or one without a target', () => {
    const more = [
      ...answers,
      ...people(40, { agrees: 'yes' }),
      ...people(30, { gender: 'another', agrees: 'no' })
    ]
    const again = released(more, even)
    // 160 + 40 of 400 + 70.
    expect(weightedCells(weighted(weightingOf(again)), again, 'agrees')?.[0]?.percent).toBe(43)
  })

  it('follows from the printed release alone', () => {
    const noisy = madeRelease({ questionnaire, breakdowns: ['sex'], answers, target: even, prf: withNoise })
    const stored = canonicalRelease(noisy)
    const again = reopen({ stored, hash: sha256(stored), sha256 })
    expect(weightingOf(again)).toEqual(weightingOf(noisy))
    expect(weightedCells(weighted(weightingOf(again)), again, 'agrees')).toEqual(
      weightedCells(weighted(weightingOf(noisy)), noisy, 'agrees')
    )
  })

  it('is not done unless it was asked for', () => {
    expect(weightingOf(released(answers, { ...even, weighBy: [] }))).toEqual({ outcome: 'notAsked' })
    expect(weightingOf(madeRelease({ questionnaire, answers }))).toEqual({ outcome: 'notAsked' })
  })
})

describe('weighting by two dimensions', () => {
  /** Four groups, each of more than ten for either answer, so that nothing is hidden. */
  const anyGroups = fc.array(
    fc.record({ yes: fc.integer({ min: 15, max: 60 }), no: fc.integer({ min: 15, max: 60 }) }),
    { minLength: 4, maxLength: 4 }
  )
  const anyShares = fc.record({
    female: fc.integer({ min: 35, max: 65 }),
    young: fc.integer({ min: 35, max: 65 })
  })

  it('gives the shares of raking person by person, where nothing is hidden', () => {
    fc.assert(
      fc.property(anyGroups, anyShares, (groups, { female, young }) => {
        const kinds = ['female', 'male'].flatMap(gender =>
          ['13_15', '16_17'].map(age_band => ({ gender, age_band }))
        )
        const answers = kinds.flatMap((kind, index) => [
          ...people(groups[index]?.yes ?? 0, { ...kind, agrees: 'yes' }),
          ...people(groups[index]?.no ?? 0, { ...kind, agrees: 'no' })
        ])
        const target = targetOf(
          {
            gender: { female, male: 100 - female },
            age_band: { '13_15': young, '16_17': 100 - young }
          },
          ['gender', 'age_band']
        )
        const release = released(answers, target)
        const weighting = weightingOf(release)
        if (weighting.outcome !== 'weighted') return
        const persons = answers.map(() => 1)
        const categoryOf = (question: string, code: string) =>
          answers.map(given => (isChosen(given, question, code) ? 0 : 1))
        const part = (share: number) => (answers.length * share) / 100
        const weights = rake({
          persons,
          start: persons,
          margins: [
            { categoryOf: categoryOf('sex', 'female'), totals: [part(female), part(100 - female)] },
            { categoryOf: categoryOf('age', '13_15'), totals: [part(young), part(100 - young)] }
          ]
        })
        const agreeing = answers.reduce(
          (sum, given, index) => sum + (isChosen(given, 'agrees', 'yes') ? (weights?.[index] ?? NaN) : 0),
          0
        )
        const exact = (100 * agreeing) / answers.length
        const printed = weightedCells(weighting, release, 'agrees')?.[0]?.percent ?? NaN
        expect(Math.abs(printed - exact)).toBeLessThanOrEqual(0.5 + 1e-6)
      }),
      { numRuns: 40 }
    )
  })

  it('has no shares for a sensitive question, which has no table by two', () => {
    const kinds = ['female', 'male'].flatMap(gender =>
      ['13_15', '16_17'].map(age_band => ({ gender, age_band }))
    )
    const answers = kinds.flatMap(kind => people(60, { ...kind, agrees: 'yes', private: 'o0' }))
    const target = targetOf({ gender: { female: 45, male: 55 }, age_band: { '13_15': 1, '16_17': 1 } }, [
      'gender',
      'age_band'
    ])
    const release = released(answers, target)
    const weighting = weighted(weightingOf(release))
    expect(weightedCells(weighting, release, 'private')).toBeUndefined()
    expect(weightedCells(weighting, release, 'agrees')).toBeDefined()
  })
})

describe('small categories', () => {
  it('are weighed with the age beside them', () => {
    const answers = [
      ...people(15, { age_band: '10_12', agrees: 'yes' }),
      ...people(100, { age_band: '13_15', agrees: 'yes' }),
      ...people(100, { age_band: '16_17', agrees: 'no' })
    ]
    const target = targetOf({ age_band: { '10_12': 30, '13_15': 30, '16_17': 40 } }, ['age_band'])
    const weighting = weighted(weightingOf(released(answers, target, ['age'])))
    expect(weighting.merged).toEqual([{ dimension: 'age_band', codes: ['10_12', '13_15'] }])
    const weights = new Map(weighting.weights.map(({ values, weight }) => [values.join(), weight]))
    // 60 % of 215 on 115 people.
    expect(weights.get('10_12')).toBeCloseTo((0.6 * 215) / 115, 9)
    expect(weights.get('13_15')).toBe(weights.get('10_12'))
  })
})

describe('weighted shares are refused', () => {
  const refused = (answers: readonly Answers[], target: Target, breakdowns?: string[]) => {
    const weighting = weightingOf(released(answers, target, breakdowns))
    return weighting.outcome === 'refused' ? weighting.reason : weighting.outcome
  }
  const girlsAndBoys = (girls: number, boys: number) => [
    ...people(girls, { gender: 'female', agrees: 'yes' }),
    ...people(boys, { gender: 'male', agrees: 'no' })
  ]

  it.each<[reason: string, answers: readonly Answers[], target: Target, breakdowns?: string[]]>([
    ['noGroups', girlsAndBoys(300, 300), even, ['age']],
    ['oneCategory', girlsAndBoys(300, 15), even],
    ['outside', [...girlsAndBoys(150, 150), ...people(100, { agrees: 'yes' })], even],
    // 30 of 330 as half of all: a weight of 5.5.
    ['notConverged', girlsAndBoys(300, 30), even],
    // 600 weights of 0.58 and 100 of 3.5.
    ['designEffect', girlsAndBoys(600, 100), even],
    // 150 respondents, design effect 1.56.
    ['effective', girlsAndBoys(120, 30), even]
  ])('%s', (reason, answers, target, breakdowns) => {
    expect(refused(answers, target, breakdowns)).toBe(reason)
  })

  it('exactly above a design effect of 2 and below an effective number of 100', () => {
    // Of two groups as halves the effect is n² / 4ab: 2 for 85.4 % and 14.6 %, 1 for halves.
    expect(refused(girlsAndBoys(853, 147), even)).toBe('weighted')
    expect(refused(girlsAndBoys(854, 146), even)).toBe('designEffect')
    expect(refused(girlsAndBoys(50, 50), even)).toBe('weighted')
    expect(refused(girlsAndBoys(49, 50), even)).toBe('effective')
  })
})

describe('a weighted share', () => {
  const cellsOf = (groups: readonly (readonly Answers[])[]) => {
    const release = released(groups.flat(), even)
    return weightedCells(weighted(weightingOf(release)), release, 'agrees')
  }

  it('stands only where the plain share does, with its mark', () => {
    const cells = cellsOf([
      people(5, { gender: 'female', agrees: 'yes' }),
      people(250, { gender: 'female', agrees: 'no' }),
      people(150, { gender: 'male', agrees: 'no' })
    ])
    expect(cells).toEqual([
      { code: 'yes', percent: null, status: 'c' },
      { code: 'no', percent: null, status: 't' }
    ])
  })

  it('is marked, or left out, by the effective base', () => {
    // 110 of 300 answered; the design effect is 1.33, so they tell as much as 82. Of 60, as 45.
    const skipped = (answered: number) => {
      const [yes, no] = [Math.ceil(answered / 4), Math.floor(answered / 4)]
      return cellsOf(
        [225, 75].map((size, index) => {
          const gender = index === 0 ? 'female' : 'male'
          return [
            ...people(yes, { gender, agrees: 'yes' }),
            ...people(no, { gender, agrees: 'no' }),
            ...people(size - yes - no, { gender })
          ]
        })
      )
    }
    expect(skipped(110)?.map(({ status }) => status)).toEqual(['low', 'low'])
    expect(skipped(60)?.map(({ percent, status }) => [percent, status])).toEqual([
      [null, 'x'],
      [null, 'x']
    ])
  })

  it('is left out where hidden counts leave more than a point open', () => {
    // Of 33 boys for each 66 girls, nine agreed, or nobody: with a weight of 1.5 that is 4.5 × 0.5 people either way.
    const cells = (times: number) =>
      cellsOf([
        people(40 * times, { gender: 'female', agrees: 'yes' }),
        people(26 * times, { gender: 'female', agrees: 'no' }),
        people(9, { gender: 'male', agrees: 'yes' }),
        people(33 * times - 9, { gender: 'male', agrees: 'no' })
      ])
    expect(cells(2)?.[0]).toEqual({ code: 'yes', percent: null, status: 'x' })
    expect(cells(6)?.[0]?.percent).not.toBeNull()
  })

  it('is top-coded where weighting brings it near to all', () => {
    const mostlyBoys = targetOf({ gender: { female: 2, male: 98 } }, ['gender'])
    const release = released(
      [
        ...people(90, { gender: 'female', agrees: 'yes' }),
        ...people(10, { gender: 'female', agrees: 'no' }),
        ...people(300, { gender: 'male', agrees: 'yes' })
      ],
      mostlyBoys
    )
    const plain = release.tables.find(({ question, by }) => question === 'agrees' && by.length === 0)
    expect(plain?.columns[0]?.cells[0]).toMatchObject({ percent: 98, status: '' })
    expect(weightedCells(weighted(weightingOf(release)), release, 'agrees')?.[0]).toEqual({
      code: 'yes',
      percent: 99,
      status: 't'
    })
  })
})

function isChosen(answers: Answers, question: string, code: string): boolean {
  const answer = answers.get(question)
  return answer?.state === 'answered' && 'codes' in answer && answer.codes[0] === code
}
