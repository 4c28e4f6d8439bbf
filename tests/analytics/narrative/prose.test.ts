import { describe, expect, it } from 'vitest'
import { languages } from '#locales'
import { percentInProse, placesInProse, pointsInProse } from '../../../analytics/narrative/prose.ts'

describe('a share in running text', () => {
  it('is “per cent” in English, and “or more” where it is top-coded', () => {
    expect(percentInProse(62, '', 'en')).toBe('62 per cent')
    expect(percentInProse(1, '', 'en')).toBe('1 per cent')
    expect(percentInProse(95, 't', 'en')).toBe('95 per cent or more')
  })

  it.each(languages)('can be any whole per cent in %s', language => {
    for (let percent = 0; percent <= 100; percent++) {
      for (const status of ['', 't'] as const) {
        expect(percentInProse(percent, status, language).match(/\p{N}+/gu)).toEqual([String(percent)])
      }
    }
  })
})

describe('a difference of shares', () => {
  it('is in percentage points', () => {
    expect(pointsInProse(12, 'en')).toBe('12 percentage points')
  })

  it.each(languages)('can be from ten to a hundred points in %s', language => {
    for (let points = 10; points <= 100; points++) {
      expect(pointsInProse(points, language).match(/\p{N}+/gu)).toEqual([String(points)])
    }
  })
})

describe('the places that a ranking counts', () => {
  it('are in words', () => {
    expect([1, 2, 5, 6, 21].map(upTo => placesInProse(upTo, 'en'))).toEqual([
      'as their first choice',
      'among their first two choices',
      'among their first five choices',
      'among their choices',
      'among their choices'
    ])
  })

  it.each(languages)('are different words for each number up to five in %s', language => {
    expect(new Set([1, 2, 3, 4, 5, 6].map(upTo => placesInProse(upTo, language))).size).toBe(6)
  })
})
