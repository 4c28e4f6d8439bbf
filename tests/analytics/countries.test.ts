import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparedFrom, countryComparisons, countryFindings } from '#analytics'
import type { Answers, Questionnaire } from '#surveys'
import { madeRelease, withNoise } from '../support/made-release.ts'
import { single, words } from '../support/sample-questionnaire.ts'

const asked = (sensitive = false): Questionnaire => ({
  title: words('Countries'),
  sections: [
    {
      id: 'all',
      items: [
        { ...single('agrees', ['yes', 'no']), ...(sensitive && { sensitive }) },
        single('country', ['ke', 'fr', 'de'], 'country')
      ]
    }
  ]
})

/** So many of a country who say yes, and so many who say no; null did not tell where they live. */
type Living = readonly [country: string | null, yes: number, no: number]

function release(
  living: readonly Living[],
  sensitive = false,
  prf = undefined as typeof withNoise | undefined
) {
  const answers = living.flatMap(([country, yes, no]) =>
    ['yes', 'no'].flatMap((code, index) =>
      Array.from({ length: index === 0 ? yes : no }, (): Answers => {
        const said = [['agrees', { state: 'answered', codes: [code] }]] as const
        return new Map(
          country === null ? said : [...said, ['country', { state: 'answered', codes: [country] }]]
        )
      })
    )
  )
  const questionnaire = asked(sensitive)
  return madeRelease({ questionnaire, breakdowns: ['region', 'country'], answers, ...(prf && { prf }) })
}
const findings = (living: readonly Living[]) =>
  countryComparisons(release(living)).flatMap(each => countryFindings(each, 'en'))
const apart: readonly Living[] = [
  ['ke', 200, 50],
  ['fr', 100, 150],
  ['de', 5, 145]
]

describe('countries', () => {
  it('are compared where each has 200 answers or more, and the smaller ones are not named', () => {
    const [comparison] = countryComparisons(release(apart))
    expect(comparison?.question.id).toBe('agrees')
    expect(comparison?.columns.map(({ values }) => values)).toEqual([['ke'], ['fr']])
    const said = findings(apart)
    expect(
      said.map(({ says }) => says.map(({ what, code, values, value }) => [what, code, values, value]))
    ).toEqual([
      [
        ['difference', 'yes', ['ke', 'fr'], 40],
        ['share', 'yes', ['ke'], 80],
        ['share', 'yes', ['fr'], 40]
      ],
      [
        ['difference', 'no', ['fr', 'ke'], 40],
        ['share', 'no', ['fr'], 60],
        ['share', 'no', ['ke'], 20]
      ]
    ])
    expect(said[0]?.text).toContain('40 percentage points')
  })

  it.each<[string, readonly Living[]]>([
    [
      'one of them has too few',
      [
        ['ke', 200, 50],
        ['fr', 90, 100]
      ]
    ],
    [
      'the others did not tell theirs',
      [
        ['ke', 200, 50],
        [null, 100, 200]
      ]
    ]
  ])('are not compared where %s', (_, living) => {
    expect(countryComparisons(release(living))).toEqual([])
  })

  it('have no sentence where their shares are less than ten points apart', () => {
    const near: readonly Living[] = [
      ['ke', 126, 124],
      ['fr', 104, 146]
    ]
    expect(countryComparisons(release(near))).toHaveLength(1)
    expect(findings(near)).toEqual([])
  })

  it('are not compared on what is sensitive', () => {
    expect(countryComparisons(release(apart, true))).toEqual([])
  })

  it('say only what is printed, whatever the noise', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(300), fc.nat(300)), { minLength: 3, maxLength: 3 }), counts => {
        const living = ['ke', 'fr', 'de'].map((country, index): Living => [
          country,
          ...(counts[index] ?? [0, 0])
        ])
        for (const { question, columns, ...rest } of countryComparisons(release(living, false, withNoise))) {
          for (const { base } of columns) expect(base.n).toBeGreaterThanOrEqual(comparedFrom.base)
          for (const { says } of countryFindings({ question, columns, ...rest }, 'en'))
            for (const { what, code, values, value } of says) {
              if (what === 'difference') expect(value).toBeGreaterThanOrEqual(comparedFrom.points)
              if (what !== 'share') continue
              const cells = columns.find(column => column.values[0] === values[0])?.cells
              expect(cells?.find(cell => cell.code === code)).toMatchObject({ percent: value, status: '' })
            }
        }
      }),
      { numRuns: 25 }
    )
  })
})
