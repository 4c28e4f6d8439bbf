import { describe, expect, it } from 'vitest'
import { readyQuestionnaire } from '#surveys'
import { landingPage, outsideAgePage } from '#views'
import { exampleFacts } from '../../../views/examples/consultation.ts'
import { exampleQuestionnaire } from '../../../views/examples/questionnaire.ts'

const input = {
  language: 'en',
  consultation: exampleFacts,
  questionnaire: exampleQuestionnaire,
  bands: ['13_15', '16_17', '18_24', 'pns']
} as const

describe('the landing page', () => {
  const page = landingPage(input)

  it('starts with the age, each band a link to its own document', () => {
    expect(page.bands).toEqual([
      { href: '/en/getting-help/13_15', text: '13 to 15' },
      { href: '/en/getting-help/16_17', text: '16 to 17' },
      { href: '/en/getting-help/18_24', text: '18 to 24' }
    ])
  })

  it('has a way for those who do not say, and for those who are younger or older', () => {
    expect(page.otherAges).toEqual([
      { href: '/en/getting-help/pns', text: 'I prefer not to say' },
      { href: '/en/getting-help/under', text: 'Younger than 13' },
      { href: '/en/getting-help/over', text: 'Older than 24' }
    ])
  })

  it('says how many questions and minutes it takes at most, the age not counted again', () => {
    expect(page.facts.slice(0, 2)).toEqual(['At most 9 questions', 'About 5 minutes'])
  })

  it.each([
    ['the age that is asked most', ['13_15', '16_17', 'pns'], ['At most 13 questions', 'About 6 minutes']],
    ['the only way in', ['pns'], ['At most 9 questions', 'About 4 minutes']]
  ] as const)('says it for %s', (_, bands, facts) => {
    const questionnaire = readyQuestionnaire('digital-literacy')
    expect(landingPage({ ...input, questionnaire, bands }).facts.slice(0, 2)).toEqual(facts)
  })

  it('offers the consultation’s languages and no others', () => {
    expect(page.languageLinks.map(link => link.ownName)).toEqual(['العربية', 'English'])
  })

  it('asks nobody to be of an age that no band names', () => {
    expect(landingPage({ ...input, bands: ['pns'] }).otherAges).toHaveLength(1)
  })
})

describe('the page for other ages', () => {
  it.each([
    ['under', '13'],
    ['over', '24']
  ] as const)('tells those who are %s kindly which age is asked', (side, age) => {
    expect(outsideAgePage({ ...input, side }).paragraphs.join(' ')).toContain(age)
  })
})
