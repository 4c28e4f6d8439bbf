import { describe, expect, it } from 'vitest'
import type { Release } from '#analytics'
import type { Answer, ClosedQuestion, ProfileName, SingleQuestion } from '#surveys'
import { asked, choice, optionsOf, sentences, told, words, type Row } from './asked.ts'

const age: SingleQuestion = {
  kind: 'single',
  id: 'age',
  profile: 'age_band',
  text: words('How old are you?'),
  options: optionsOf(3)
}

/** So many of a group answered yes and no to the question. */
type Group = readonly [group: string | null, yes: number, no: number]

function split(
  groups: readonly Group[],
  question: ClosedQuestion = yesNo,
  by: ClosedQuestion = age
): Release {
  const rows = groups.flatMap(([group, yes, no]): readonly Row[] => {
    const own: Answer = group === null ? { state: 'pns' } : { state: 'answered', codes: [group] }
    return [
      [yes, { q: { state: 'answered', codes: ['a'] }, [by.id]: own }],
      [no, { q: { state: 'answered', codes: ['b'] }, [by.id]: own }]
    ]
  })
  return asked([question, by], rows, [by.id])
}

const yesNo = choice('single', 2)

describe('a comparison', () => {
  it('names the two groups that differ most, with both shares and the difference', () => {
    expect(
      told(
        split([
          ['a', 180, 120],
          ['b', 210, 90],
          ['c', 240, 60]
        ])
      ).at(-1)
    ).toBe(
      'By age, the share for “A” differed by 20 percentage points among respondents: 80 per cent in the group “C” and 60 per cent in the group “A”.'
    )
  })

  it('lists the shares of both groups, and their difference', () => {
    const said = { question: 'q', by: ['age'], code: 'a', status: '' }
    expect(
      sentences(
        split([
          ['a', 180, 120],
          ['c', 240, 60]
        ])
      ).at(-1)?.says
    ).toEqual([
      { ...said, what: 'difference', values: ['c', 'a'], value: 20 },
      { ...said, what: 'share', values: ['c'], value: 80 },
      { ...said, what: 'share', values: ['a'], value: 60 }
    ])
  })

  it('quotes a question that is no background question', () => {
    const { kind, id, text, options } = age
    expect(
      told(
        split(
          [
            ['a', 180, 120],
            ['c', 240, 60]
          ],
          yesNo,
          { kind, id, text, options }
        )
      ).at(-1)
    ).toMatch(
      /^By answers to “How old are you\?”, the share for “A” differed by 20 percentage points among respondents/
    )
  })

  it.each<[string, readonly Group[]]>([
    [
      'differ by less than ten points',
      [
        ['a', 180, 120],
        ['c', 207, 93]
      ]
    ],
    [
      'have fewer than two hundred answers',
      [
        ['a', 119, 80],
        ['c', 240, 60]
      ]
    ],
    [
      'are top-coded',
      [
        ['a', 300, 0],
        ['c', 240, 60]
      ]
    ],
    [
      'did not give their group',
      [
        [null, 60, 240],
        ['c', 240, 60]
      ]
    ],
    ['are the only group', [['c', 240, 60]]]
  ])('is not made where groups %s', (_, groups) => {
    expect(compared(split(groups))).toBe(false)
  })

  it('is not made about background questions, which tell who answered', () => {
    const gender: ClosedQuestion = { ...yesNo, profile: 'gender' satisfies ProfileName }
    expect(
      compared(
        split(
          [
            ['a', 180, 120],
            ['c', 240, 60]
          ],
          gender
        )
      )
    ).toBe(false)
  })

  it('is not made where a question is sensitive', () => {
    const groups: readonly Group[] = [
      ['a', 180, 120],
      ['c', 240, 60]
    ]
    expect(compared(split(groups, { ...yesNo, sensitive: true }))).toBe(false)
    expect(compared(split(groups, yesNo, { ...age, sensitive: true }))).toBe(false)
    expect(compared(split(groups))).toBe(true)
  })

  it('is made once, for the breakdown in which groups differ most', () => {
    const by = { ...age, id: 'gender', profile: 'gender' } as const
    const rows: readonly Row[] = [
      [200, person('a', 'a', 'a')],
      [100, person('b', 'a', 'b')],
      [250, person('a', 'c', 'b')],
      [50, person('b', 'c', 'a')]
    ]
    const release = asked([yesNo, age, by], rows, ['age', 'gender'])
    expect(
      sentences(release)
        .filter(({ key }) => key.startsWith('narrative:compare.'))
        .map(({ key }) => key)
    ).toEqual(['narrative:compare.age_band'])
  })
})

function person(answer: string, ageBand: string, gender: string): Row[1] {
  return Object.fromEntries(
    Object.entries({ q: answer, age: ageBand, gender }).map(([id, code]) => [
      id,
      { state: 'answered', codes: [code] }
    ])
  )
}

function compared(release: Release): boolean {
  return sentences(release).some(({ says }) => says.some(({ what }) => what === 'difference'))
}
