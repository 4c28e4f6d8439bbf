import { describe, expect, it } from 'vitest'
import { languages } from '#locales'
import {
  codebookOf,
  derivedRegion,
  pack,
  tabledQuestions,
  unpack,
  type Answer,
  type Question
} from '#surveys'
import { words } from '../support/sample-questionnaire.ts'
import { choice } from './small-questionnaires.ts'

const country: Question = { ...choice('home', ['ke', 'fr', 'aq']), profile: 'country' }
const form = (...items: Question[]) => ({ title: words('Places'), sections: [{ id: 'all', items }] })

describe('the region that follows from the country', () => {
  const questionnaire = form(choice('mood', ['good', 'bad']), country, choice('last', ['yes', 'no']))
  const codebook = codebookOf(questionnaire)
  const told = (answer: Answer) => unpack(codebook, pack(codebook, 'en', new Map([['home', answer]]))).answers

  it('is kept behind all answers, and told after the country in six languages', () => {
    expect(codebook.entries.map(({ question }) => question.id)).toEqual(['mood', 'home', 'last', 'region'])
    expect(tabledQuestions(questionnaire).map(({ id }) => id)).toEqual(['mood', 'home', 'region', 'last'])
    const { text, options } = derivedRegion(questionnaire)!.question
    for (const { standard } of [text, ...options.map(option => option.text)])
      expect(Object.keys(standard).sort()).toEqual([...languages].sort())
  })

  it.each([
    ['ke', 'africa'],
    ['fr', 'europe']
  ])('of %s is %s', (code, region) => {
    expect(told({ state: 'answered', codes: [code] }).get('region')).toEqual({
      state: 'answered',
      codes: [region]
    })
  })

  it.each(['dk', 'pns', 'skipped', 'not_shown'] as const)('stays %s where the country is', state => {
    expect(told({ state }).get('region')).toEqual({ state })
  })

  it('is nowhere for what lies in no region', () => {
    expect(told({ state: 'answered', codes: ['aq'] }).get('region')).toEqual({ state: 'skipped' })
  })

  it('outlives the country, which can be taken out of a response', () => {
    const packed = pack(codebook, 'en', new Map([['home', { state: 'answered', codes: ['fr'] }]]))
    const without = packed.with(codebook.entries[1]!.slots[0]!.at, -3)
    expect(unpack(codebook, without).answers.get('region')).toEqual({ state: 'answered', codes: ['europe'] })
  })

  it('is not derived where it is asked, or no country is; and takes another name where its own is taken', () => {
    expect(derivedRegion(form(country, { ...choice('part', ['africa']), profile: 'region' }))).toBeUndefined()
    expect(derivedRegion(form(choice('mood', ['good'])))).toBeUndefined()
    expect(derivedRegion(form(country, choice('region', ['north'])))?.question.id).toBe('home.region')
  })
})
