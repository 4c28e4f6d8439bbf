import { describe, expect, it } from 'vitest'
import { narrate, type Release } from '#analytics'
import type { Question } from '#surveys'
import { asked, choice, counted, plain, told, words } from './asked.ts'

describe('an open question', () => {
  const open: Question = { kind: 'long_text', id: 'q', text: words('What else?') }
  const people = (count: number, wrote: number): Release =>
    asked([choice('single', 1), { ...open, id: 'open' }], [[count, {}]], [], new Map([['open', wrote]]))

  it('is told by how many wrote something', () => {
    expect(told(people(300, 120), 'open')).toEqual([
      'In their own words, 120 respondents answered the question “What else?”.'
    ])
  })

  it.each([
    [300, 9, 'hidden'],
    [99, 50, 'smallBase']
  ] as const)('is not told of where %i took part and %i wrote: %s', (count, wrote, reason) => {
    expect(reasons(people(count, wrote))).toContainEqual(['open', reason])
  })

  it('is not told of where the release has no count', () => {
    expect(reasons(asked([open], [[300, {}]]))).toEqual([['q', 'absent']])
  })
})

describe('what is not said', () => {
  it('is everything about a base below a hundred', () => {
    expect(reasons(counted(choice('single', 2), 99, [60, 39]))).toEqual([['q', 'smallBase']])
    expect(reasons(counted(choice('single', 2), 0, [], { skipped: 500 }))).toEqual([['q', 'smallBase']])
    expect(reasons(counted(choice('single', 2), 100, [60, 40]))).toEqual([])
  })

  it('is a question of which every answer is hidden', () => {
    expect(
      reasons(
        counted(
          choice('single', 20),
          100,
          Array.from({ length: 20 }, () => 5)
        )
      )
    ).toEqual([['q', 'hidden']])
  })

  it('is a question without a table', () => {
    const release = counted(choice('single', 2), 200, [100, 100])
    expect(reasons({ ...release, tables: [] })).toEqual([['q', 'absent']])
  })

  it('is given with its reason in words', () => {
    const [unsaid] = narrate(counted(choice('single', 2), 99, [60, 39]), 'en').unsaid
    expect(plain({ text: unsaid?.text ?? '' })).toBe(
      'Nothing is said about the question “Why?”, because fewer than 100 respondents answered it.'
    )
  })

  it('is what did not pass the protector', () => {
    const release = counted(choice('single', 2), 200, [100, 100])
    const tables = release.tables.map(table => ({ ...table }))
    expect(() => narrate({ ...release, tables }, 'en')).toThrow('not a protected table')
  })
})

function reasons(release: Release): readonly (readonly [string, string])[] {
  return narrate(release, 'en').unsaid.map(({ question, reason }) => [question, reason])
}
