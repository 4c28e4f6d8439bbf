import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber, languages } from '#locales'
import { canonicalJson } from '../../analytics/canonical.ts'
import { defaultPolicy } from '../../analytics/disclosure/policy.ts'
import {
  assertProtected,
  assertProtectedCount,
  protect,
  protectCount,
  reopen
} from '../../analytics/disclosure/protect.ts'
import type { Entry } from '../../analytics/entry.ts'
import { identityOf, methodOf } from '../../analytics/method.ts'
import { canonicalRelease, mayFollow, type Release } from '../../analytics/release.ts'
import { chanceOf, drawPeople } from './disclosure/people.ts'
import { breakdowns, populationOf, prfOf, questionnaire, tablesOf } from './disclosure/survey.ts'

const secret = 'a-secret-that-is-nowhere-to-be-found'
const people = drawPeople(300, chanceOf(77))
const tables = tablesOf(people)
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const release: Release = {
  schema: 'earshot.release/1',
  number: 1,
  releasedOn: '2026-03-30',
  previous: null,
  consultation: {
    slug: 'listening',
    demonstration: true,
    opensOn: '2026-03-01',
    closesOn: '2026-03-29',
    timeZone: 'Europe/Zurich',
    languages: ['en', 'fr'],
    meeting: { body: 'Group', number: 23, place: 'Geneva', startsOn: '2026-04-20', endsOn: '2026-04-22' }
  },
  version: { number: 1, hash: sha256(canonicalJson(questionnaire)), questionnaire },
  breakdowns,
  policy: defaultPolicy,
  responses: people.length,
  tables: protect({
    tables,
    population: populationOf(people),
    earlier: [],
    questionnaire,
    policy: defaultPolicy,
    prf: prfOf(secret)
  }),
  written: [
    {
      question: 'more',
      count: protectCount({
        question: 'more',
        count: 120,
        responses: people.length,
        key: 5n,
        policy: defaultPolicy,
        prf: prfOf(secret)
      })
    }
  ]
}

describe('a stored release', () => {
  const stored = canonicalRelease(release)
  const hash = sha256(stored)

  it('comes back whole, with tables and counts that renderers take', () => {
    const again = reopen({ stored, hash, sha256 })
    expect(again).toEqual(release)
    again.tables.forEach(table => expect(() => assertProtected(table)).not.toThrow())
    again.written.forEach(({ count }) => expect(() => assertProtectedCount(count)).not.toThrow())
    expect(canonicalRelease(again)).toBe(stored)
  })

  it('is refused after any change of one byte', () => {
    fc.assert(
      fc.property(fc.nat({ max: stored.length - 1 }), fc.integer({ min: 32, max: 126 }), (at, code) => {
        const changed = stored.slice(0, at) + String.fromCharCode(code) + stored.slice(at + 1)
        if (changed !== stored) expect(() => reopen({ stored: changed, hash, sha256 })).toThrow(RangeError)
      })
    )
    expect(() => reopen({ stored: stored.slice(1), hash, sha256 })).toThrow(RangeError)
    expect(() => reopen({ stored, hash: sha256('another'), sha256 })).toThrow(RangeError)
  })

  it.each([
    [
      'a field that a release does not have',
      (text: string) => text.replace('{"breakdowns"', '{"also":1,"breakdowns"')
    ],
    [
      'a true count beside the printed one',
      (text: string) => text.replace('"size":{"n"', '"size":{"count":1,"n"')
    ],
    ['another schema', (text: string) => text.replace('earshot.release/1', 'earshot.release/2')],
    ['a space', (text: string) => text.replace(',', ', ')]
  ])('is refused with %s, even under a right hash', (_, change) => {
    const changed = change(stored)
    expect(changed).not.toBe(stored)
    expect(() => reopen({ stored: changed, hash: sha256(changed), sha256 })).toThrow(RangeError)
  })

  it('holds no record key, no key of a group and no secret', () => {
    const keys = [
      ...people.map(({ key }) => key),
      ...tables.flatMap(({ columns }) => columns.map(({ key }) => key))
    ]
    for (const key of keys.filter(key => key > 0n)) {
      expect(stored).not.toContain(key.toString())
      expect(stored).not.toContain(key.toString(16))
    }
    expect(stored).not.toContain(secret)
  })

  it('holds no true count of a group that is hidden, and no number but the printed ones', () => {
    const numbers = new Set<string>()
    JSON.stringify(release.tables, (name, value: unknown) => {
      if (typeof value === 'number') numbers.add(name)
      return value
    })
    expect([...numbers].sort()).toEqual(['n', 'percent'])
    const printed = release.tables.flatMap(table => table.columns.map(column => column.size.n))
    expect(printed.some(n => n === null)).toBe(true)
  })
})

describe('how respondents were let in', () => {
  const tokenKey = 'A'.repeat(43)
  const cards: Entry = { access: 'cards', issued: 1050, void: 3, redeemed: 310, accepted: 300, tokenKey }
  const room: Entry = { access: 'room', seats: 30, entered: 29, accepted: 28, tokenKey: null }

  it.each<Entry>([{ access: 'open' }, cards, room])('is kept in a release: $access', entry => {
    const stored = canonicalRelease({ ...release, entry })
    expect(reopen({ stored, hash: sha256(stored), sha256 }).entry).toEqual(entry)
  })

  it('stands under every release, with the fingerprint of the key, and in the method', () => {
    for (const language of languages) {
      const terms = identityOf({ ...release, entry: cards }, sha256('x'), language)
      expect(terms).toContainEqual({ term: expect.any(String), value: tokenKey, code: true })
      expect(terms.map(({ value }) => value)).toContain(formatNumber(1050, language))
      expect(methodOf({ ...release, entry: cards }, language)).toHaveLength(
        methodOf(release, language).length + 1
      )
      expect(methodOf({ ...release, entry: room }, language)).toHaveLength(
        methodOf(release, language).length + 1
      )
    }
  })

  it('is not made up for releases of before', () => {
    expect(identityOf(release, sha256('x'), 'en').at(-1)?.value).toBe(release.version.hash)
  })

  it('is refused with a number that has no place', () => {
    const stored = canonicalRelease({ ...release, entry: cards }).replace('"issued"', '"waiting":2,"issued"')
    expect(() => reopen({ stored, hash: sha256(stored), sha256 })).toThrow(RangeError)
  })
})

describe('the canonical text', () => {
  it('does not depend on the order of keys', () => {
    const turned = Object.fromEntries(Object.entries(release).toReversed())
    expect(canonicalJson(turned)).toBe(canonicalRelease(release))
  })

  it('is the one RFC 8785 gives', () => {
    // RFC 8785, section 3.2.2 and 3.2.3: the sample object and its canonical form, in part
    const sample = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27],
      literals: [null, true, false]
    }
    expect(canonicalJson(sample)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}'
    )
  })

  it('refuses what JSON cannot say', () => {
    for (const value of [undefined, { key: 1n }, { share: NaN }, [Infinity]]) {
      expect(() => canonicalJson(value)).toThrow()
    }
  })
})

describe('the next release', () => {
  it.each([
    [null, 10, true],
    [null, 9, false],
    [100, 100, true],
    [100, 101, false],
    [100, 109, false],
    [100, 110, true],
    [100, 90, false]
  ])('after %s responses with %i: %s', (previous, next, may) => {
    expect(mayFollow(previous, next, defaultPolicy)).toBe(may)
  })
})
