import { describe, expect, it } from 'vitest'
import { countryCodes, profileCodes, profileQuestion, type SingleQuestion } from '#surveys'
import { reservedCodes } from '../../surveys/questionnaire.ts'
import { usesProfileCodes } from '../../surveys/profile.ts'
import { words } from '../support/sample-questionnaire.ts'

function asking(...codes: string[]): SingleQuestion {
  return {
    kind: 'single',
    id: 'q',
    text: words('Q'),
    options: codes.map(code => ({ code, text: words(code) }))
  }
}

describe('the codes of background questions', () => {
  it('never change: consultations of earlier meetings are compared by them', () => {
    expect({ ...profileCodes, country: [] }).toEqual({
      age_band: ['8_9', '10_12', '13_15', '16_17', '18_24'],
      gender: ['female', 'male', 'another'],
      region: ['africa', 'americas', 'asia', 'europe', 'oceania'],
      disability: ['yes', 'no'],
      setting: ['city', 'town', 'village'],
      country: []
    })
  })

  it('name the 249 countries and areas of ISO 3166-1, each once', () => {
    expect(profileCodes.country).toHaveLength(249)
    expect(new Set(profileCodes.country).size).toBe(249)
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
    expect(countryCodes().filter(code => names.of(code.toUpperCase()) === undefined)).toEqual([])
    expect(countryCodes().filter(code => !profileCodes.country.includes(code))).toEqual(['dk'])
    expect(profileCodes.country.filter(code => reservedCodes.includes(code))).toEqual([])
  })
})

describe('a background question', () => {
  it('may leave codes out but not add any', () => {
    expect(usesProfileCodes(asking('female', 'male'), 'gender')).toBe(true)
    expect(usesProfileCodes(asking('female', 'f'), 'gender')).toBe(false)
    expect(usesProfileCodes({ kind: 'short_text', id: 'q', text: words('Q') }, 'gender')).toBe(false)
  })

  it('is found by what it asks, whatever it is called', () => {
    const question = { ...asking('yes'), profile: 'disability' as const }
    expect(profileQuestion([asking('a'), question], 'disability')).toBe(question)
    expect(profileQuestion([question], 'gender')).toBeUndefined()
  })
})
