import { describe, expect, it } from 'vitest'
import { profileCodes, regionOf } from '#surveys'

describe('the region of a country', () => {
  it('is one of the five for every country and area of ISO 3166-1 but Antarctica', () => {
    const places = profileCodes.country.map(country => [country, regionOf(country)] as const)
    expect(places.filter(([, region]) => region === undefined)).toEqual([['aq', undefined]])
    const count = (wanted: string): number => places.filter(([, region]) => region === wanted).length
    // M49 as of 2024: 60, 57, 50 (and `tw`, which it does not list), 51 with an ISO code, 29.
    expect(profileCodes.region.map(count)).toEqual([60, 57, 51, 51, 29])
  })

  it.each([
    ['cy', 'asia'],
    ['tr', 'asia'],
    ['ru', 'europe'],
    ['eg', 'africa'],
    ['re', 'africa'],
    ['gl', 'americas'],
    ['um', 'oceania'],
    ['sj', 'europe']
  ])('of %s is where M49 puts the place itself: %s', (country, region) => {
    expect(regionOf(country)).toBe(region)
  })

  it('is unknown for what is no country', () => {
    expect(regionOf('xx')).toBeUndefined()
    expect(regionOf('constructor')).toBeUndefined()
  })
})
