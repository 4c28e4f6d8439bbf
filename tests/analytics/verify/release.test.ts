import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalRelease,
  verifyChain,
  verifyRelease,
  type AnyRelease,
  type Link,
  type LiveRelease,
  type Release,
  type Rule
} from '#analytics'
import { sha256 } from '../../../server/sha256.ts'
import { canonicalJson } from '../../../analytics/canonical.ts'
import { libraryRelease } from '../../support/library-release.ts'
import { liveReleases } from '../../support/live-release.ts'
import { withVersionHash } from '../../support/package.ts'
import { randomReleases } from '../../support/random-release.ts'

const final = withVersionHash(libraryRelease(700, ['age_band', 'gender']))
const lives = liveReleases([100, 150, 225], release => sha256(canonicalRelease(release))).map(withVersionHash)
const [, live] = lives
if (live === undefined) throw new RangeError('three live releases were asked for')

const rulesIn = (text: string) => verifyRelease(text, sha256).findings.map(({ rule }) => rule)

/** Whatever may be done to a copy of a release. */
type Open<T> = {
  -readonly [Key in keyof T]: T[Key] extends object | null | undefined ? Open<T[Key]> : T[Key]
}

/** The rules that a changed copy breaks, in whatever order. */
function broken<R extends AnyRelease>(release: R, change: (copy: Open<R>) => void): readonly Rule[] {
  const copy: Open<R> = JSON.parse(canonicalRelease(release))
  change(copy)
  return [...new Set(rulesIn(canonicalJson(copy)))]
}

describe('a release that the house made', () => {
  it('is sound, with noise and without, whatever was asked and answered', () => {
    fc.assert(
      fc.property(randomReleases, release => {
        expect(verifyRelease(canonicalRelease(withVersionHash(release)), sha256).findings).toEqual([])
      }),
      { numRuns: 12 }
    )
  }, 60_000)

  it('is sound while answers still come in', () => {
    for (const release of lives) expect(verifyRelease(canonicalRelease(release), sha256).findings).toEqual([])
  })

  it('has the hash of its bytes', () => {
    const text = canonicalRelease(final)
    expect(verifyRelease(text, sha256).hash).toBe(sha256(text))
  })
})

describe('bytes that are no sound release', () => {
  it.each<[Rule, string]>([
    ['notJson', ''],
    ['notJson', '{'],
    ['notJson', 'PK\u0003\u0004'],
    ['notRelease', 'null'],
    ['notRelease', '[]'],
    ['notRelease', '{"schema":"earshot.live/1"}'],
    ['notRelease', canonicalRelease(final).replace('"number":1,', '"number":1,"why":"more",')],
    ['notRelease', canonicalRelease(live).replace('"share":', '"n":3,"share":')],
    ['notCanonical', JSON.stringify(JSON.parse(canonicalRelease(final)), null, 1)],
    ['notCanonical', `${canonicalRelease(final)}\n`]
  ])('are told apart: %s', (rule, text) => {
    expect(rulesIn(text)).toEqual([rule])
  })

  it('are told apart however deeply they nest', () => {
    const deep = `${'{"not":'.repeat(100_000)}{}${'}'.repeat(100_000)}`
    for (const text of [deep, canonicalRelease(live).replace('"kind":"single"', `$&,"showWhen":${deep}`)])
      expect(rulesIn(text)).toEqual(['notRelease'])
  })
})

/** The first column that prints something, of a table by one question, and the place of a plain cell in it. */
function shownIn(copy: Open<Release>, by = 1) {
  const table = copy.tables.find(
    each => each.by.length === by && !copy.breakdowns.includes(each.question) && each.columns.some(plain)
  )
  const column = table?.columns.find(plain)
  const cell = column?.cells.find(({ status }) => status === '')
  if (table === undefined || column === undefined || cell === undefined)
    throw new RangeError('nothing is shown')
  return { table, column, cell }
}
function plain(column: Open<Release>['tables'][number]['columns'][number]): boolean {
  return column.size.n !== null && column.cells.some(({ status }) => status === '')
}

describe('a release with a number that is not allowed', () => {
  it.each<[Rule, string, (copy: Open<Release>) => void]>([
    [
      'share',
      'a percentage one too high',
      copy =>
        void (
          shownIn(copy).cell.percent ?? 0,
          (shownIn(copy).cell.percent = (shownIn(copy).cell.percent ?? 0) + 1)
        )
    ],
    ['share', 'a flag taken away or put on', copy => void (shownIn(copy).cell.status = 'low')],
    ['share', 'a top-coded share with its count', copy => topped(copy)],
    ['share', 'a percentage on a base that is too small', copy => smallBase(copy)],
    [
      'belowThreshold',
      'a count of nine',
      copy => void Object.assign(shownIn(copy).cell, { n: 9, percent: 1 })
    ],
    ['belowThreshold', 'a zero', copy => void Object.assign(shownIn(copy).cell, { n: 0, percent: 0 })],
    [
      'belowThreshold',
      'nine who did not know',
      copy => void Object.assign(shownIn(copy).column.states[0] ?? {}, { n: 9, status: '' })
    ],
    [
      'unmarked',
      'a hidden count without its mark',
      copy => void Object.assign(shownIn(copy).cell, { n: null, percent: null })
    ],
    [
      'unmarked',
      'a hidden count with its percentage',
      copy => void Object.assign(shownIn(copy).cell, { n: null, status: 'c' })
    ],
    ['aboveWhole', 'more than the base', copy => void Object.assign(shownIn(copy).cell, { n: 5000 })],
    ['aboveWhole', 'a base above its group', copy => void (shownIn(copy).column.base.n = 6000)],
    [
      'wholeSize',
      'another number of respondents in a table',
      copy => void (shownIn(copy, 0).column.size.n = 699)
    ],
    [
      'halfHidden',
      'answers of a group that is hidden',
      copy => void Object.assign(shownIn(copy).column.size, { n: null, status: 'c' })
    ],
    [
      'twoSizes',
      'a group with two sizes',
      copy => void (shownIn(copy).column.size.n = (shownIn(copy).column.size.n ?? 0) + 1)
    ],
    [
      'doubledGroup',
      'a group twice',
      copy => void shownIn(copy).table.columns.push(structuredClone(shownIn(copy).column))
    ],
    ['unknownGroup', 'a group there is not', copy => void (shownIn(copy).column.values[0] = 'nobody')],
    ['doubledTable', 'a table twice', copy => void copy.tables.push(structuredClone(shownIn(copy).table))],
    [
      'unplannedTable',
      'a table by a question that makes no groups',
      copy => void (shownIn(copy).table.by[0] = 'devices')
    ],
    ['codes', 'an answer there is not', copy => void (shownIn(copy).cell.code = 'else')],
    [
      'ways',
      'a way not to answer that the form does not have',
      copy => void shownIn(copy).column.states.push({ state: 'not_shown', n: null, status: 'c' })
    ],
    ['pairWithoutParts', 'a pair whose part is hidden', copy => hidePart(copy)],
    [
      'openQuestion',
      'written answers to a closed question',
      copy => void copy.written.push({ question: 'gender', count: { n: 20, status: '' } } as never)
    ],
    [
      'aboveWhole',
      'more who wrote than there are',
      copy => void Object.assign(copy.written[0]?.count ?? {}, { n: 701, status: '' })
    ],
    [
      'entry',
      'more cards used than issued',
      copy =>
        void (copy.entry = {
          access: 'cards',
          issued: 10,
          void: 0,
          redeemed: 700,
          tokenKey: null,
          accepted: 700
        })
    ],
    ['tooFewResponses', 'nine responses', copy => void (copy.responses = 9)],
    ['questionnaireHash', 'another questionnaire', copy => void (copy.version.hash = 'f'.repeat(64))],
    ['weakPolicy', 'a policy that hides nothing', copy => void Object.assign(copy.policy, { countFrom: 0 })]
  ])('is found: %s, %s', (rule, _, change) => {
    expect(broken(final, change)).toContain(rule)
  })

  it('is found whichever number is raised by one', () => {
    const text = canonicalRelease(final)
    const counts = [...text.matchAll(/"n":(\d+),"percent":(\d+),/g)]
    fc.assert(
      fc.property(fc.constantFrom(...counts), match => {
        const [whole, n, percent] = [match[0], Number(match[1]), Number(match[2])]
        const spoilt = `${text.slice(0, match.index)}"n":${n},"percent":${percent + 1},${text.slice(match.index + whole.length)}`
        expect(rulesIn(spoilt)).toContain('share')
      }),
      { numRuns: 6 }
    )
  }, 30_000)
})

function topped(copy: Open<Release>): void {
  const { column, cell } = shownIn(copy)
  Object.assign(cell, { n: column.base.n, percent: 100, status: '' })
}

function smallBase(copy: Open<Release>): void {
  const { column, cell } = shownIn(copy)
  column.base.n = 40
  for (const other of column.cells) Object.assign(other, { n: null, percent: null, status: 'c' })
  Object.assign(cell, { n: 20, percent: 50, status: '' })
}

/** Hides one value in all tables by that question alone, and leaves the pairs. */
function hidePart(copy: Open<Release>): void {
  const { table, column } = shownIn(copy, 2)
  const [by, value] = [table.by[0], column.values[0]]
  for (const each of copy.tables.filter(one => one.by.length === 1 && one.by[0] === by))
    for (const one of each.columns.filter(({ values }) => values[0] === value)) {
      for (const part of [one.size, one.base, ...one.states]) Object.assign(part, { n: null, status: 'c' })
      for (const part of [...one.cells, ...(one.extras ?? [])])
        Object.assign(part, { n: null, percent: null, status: 'c' })
    }
}

describe('a live release with what it must not say', () => {
  const told = (copy: Open<LiveRelease>) => {
    const table = copy.tables.find(
      each => each.told === 'shares' && each.cells.some(({ status }) => status === '')
    )
    const cell = table?.cells.find(({ status }) => status === '')
    if (table === undefined || cell === undefined) throw new RangeError('nothing is told')
    return { table, cell }
  }
  it.each<[Rule, string, (copy: Open<LiveRelease>) => void]>([
    ['liveThreshold', 'a number of responses between two thresholds', copy => void (copy.responses = 151)],
    ['notRelease', 'a schedule that begins with nobody', copy => void (copy.rule.first = 0)],
    ['notRelease', 'a schedule that tells of fewer than ten', copy => void (copy.rule.first = 9)],
    ['notRelease', 'a renewal for fewer than ten', copy => void (copy.rule.renewal = 9)],
    ['liveTelling', 'a share where words are due', copy => void (told(copy).table.told = 'words')],
    ['liveTelling', 'a share where nothing is due', copy => void (told(copy).table.told = 'nothing')],
    ['liveTelling', 'a word beside a share', copy => void (told(copy).cell.word = 'most')],
    ['liveShare', 'the highest share without its mark', copy => void (told(copy).cell.share = 95)],
    ['liveShare', 'a mark without the highest share', copy => void (told(copy).cell.status = 't')],
    ['unmarked', 'a share that is marked as hidden', copy => void (told(copy).cell.status = 'c')],
    ['liveRenewed', 'a table from the future', copy => void (told(copy).table.renewed = 9)],
    ['codes', 'an answer left out', copy => void told(copy).table.cells.pop()],
    ['doubledTable', 'a question twice', copy => void copy.tables.push(structuredClone(told(copy).table))],
    ['liveQuestion', 'a question there is not', copy => void (told(copy).table.question = 'country')]
  ])('is found: %s, %s', (rule, _, change) => {
    expect(broken(live, change)).toContain(rule)
  })

  it.each([3, 7, 96, 100, 0])('is not even one with a share of %i', share => {
    expect(broken(live, copy => void (told(copy).cell.share = share))).toEqual(['notRelease'])
  })
})

describe('releases as a chain', () => {
  const chained = (releases: readonly AnyRelease[]): Link[] => {
    const links: Link[] = []
    for (const [index, each] of releases.entries()) {
      const release = { ...each, number: index + 1, previous: links.at(-1)?.hash ?? null }
      links.push({ release, hash: sha256(canonicalRelease(release)) })
    }
    return links
  }
  const links = chained([...lives, final])
  const rules = (some: readonly Link[]) => verifyChain(some).map(({ rule, weight }) => `${weight} ${rule}`)
  const with1 = (index: number, change: Partial<Release>): Link[] =>
    links.map((link, at) => {
      if (at !== index) return link
      const release = { ...link.release, ...change } as AnyRelease
      return { release, hash: sha256(canonicalRelease(release)) }
    })

  it('are sound in any order, live ones before the final one', () => {
    expect(rules(links)).toEqual([])
    expect(rules([...links].reverse())).toEqual([])
  })

  it('are sound one by one', () => {
    for (const link of links) expect(rules([link])).toEqual([])
  })

  it.each<[string, readonly Link[]]>([
    ['note chainGap', links.filter((_, index) => index !== 1)],
    ['wrong chainHash', with1(0, { releasedOn: '2026-03-09' })],
    ['wrong chainHash', with1(3, { previous: 'f'.repeat(64) })],
    ['wrong chainStart', with1(1, { previous: null })],
    ['wrong chainStart', with1(0, { previous: 'f'.repeat(64) })],
    ['wrong chainNumber', with1(1, { number: 1 })],
    ['wrong chainSlug', with1(2, { consultation: { ...final.consultation, slug: 'another' } })],
    ['wrong chainStep', with1(3, { responses: 234 })],
    ['wrong chainStep', with1(3, { responses: 100 })],
    ['wrong chainLive', chained([final, ...lives])]
  ])('are found: %s', (rule, spoilt) => {
    expect(rules(spoilt)).toContain(rule)
  })

  it('are found where a table is said to be unchanged and is not', () => {
    const [first, second] = lives
    if (first === undefined || second === undefined) throw new RangeError('two are needed')
    const copy: Open<LiveRelease> = JSON.parse(canonicalRelease(second))
    for (const table of copy.tables) table.renewed = 1
    expect(rules(chained([first, copy as never]))).toContain('wrong chainUnchanged')
  })
})
