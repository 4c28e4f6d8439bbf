import { describe, expect, it } from 'vitest'
import { readHelpline, type Entered } from '../../../server/helplines/check.ts'
import { helpline } from '../../support/helplines.ts'

const today = '2026-03-10'
const codesOf = (changed: Partial<Entered>) => {
  const read = readHelpline({ ...helpline(), ...changed }, today)
  return read.ok ? [] : read.problems.map(({ at, code }) => `${at} ${code}`)
}

describe('a helpline as it was entered', () => {
  it('is taken as it is when nothing is wrong with it', () => {
    expect(readHelpline(helpline(), today)).toEqual({ ok: true, value: helpline() })
  })

  it.each([
    '116 111',
    '15',
    '0800-123-4567',
    '(02) 1234.5678',
    '+44 (0)1632 960001',
    '+44 1632 - 960001',
    '*1212'
  ])('may have the number %s', number => {
    expect(codesOf({ number })).toEqual([])
  })

  it.each([
    '0800 HELP',
    'call us',
    '1',
    '0800 123 / 0800 124',
    '116 111, 116 000',
    '*#06#',
    '12#',
    '١١٦ ١١١',
    '１１６',
    '+',
    '()',
    '+44 1632 960001 +44 1632 960002',
    '1234567890123456',
    'javascript:alert(1)',
    '116111"onclick="alert(1)',
    '-116111',
    ''
  ])('has no number that is not one to dial: %s', number => {
    expect(codesOf({ number })).toEqual(['number helpline.number'])
  })

  it.each([
    'https://line.example',
    'https://line.example/chat?from=a&b=c#top',
    'https://خط.example/',
    'https://line.example:8443/'
  ])('may have the website %s', website => {
    expect(codesOf({ website })).toEqual([])
  })

  it.each([
    'http://line.example',
    'line.example',
    'javascript:alert(1)',
    'JAVASCRIPT:alert(document.domain)//https://line.example',
    'data:text/html,<script>alert(1)</script>',
    'https://',
    'https://line',
    'https://.example',
    'https://line.example/"onclick="alert(1)',
    'https://line.example/<script>',
    'https://user:word@line.example',
    'https://line.example@evil.example',
    'https://line.example/ two',
    'https://line.example/\u202egnp',
    `https://line.example/${'a'.repeat(300)}`,
    ''
  ])('has no website that is not a secure one: %s', website => {
    expect(codesOf({ website })).toEqual(['website helpline.website'])
  })

  it.each<[string, Partial<Entered>, string]>([
    ['a country that nobody has', { country: 'XX' }, 'country helpline.country'],
    ['a country in small letters', { country: 'fr' }, 'country helpline.country'],
    ['a country in three letters', { country: 'FRA' }, 'country helpline.country'],
    ['no country', { country: '' }, 'country helpline.country'],
    ['no name', { name: '' }, 'name helpline.text'],
    ['a blank name', { name: ' ' }, 'name helpline.text'],
    ['a name that turns what follows', { name: 'Line\u202e' }, 'name helpline.text'],
    ['a name in two lines', { name: 'Example\nLine' }, 'name helpline.text'],
    ['a long name', { name: 'a'.repeat(121) }, 'name helpline.text'],
    ['no hours', { hours: '' }, 'hours helpline.text'],
    ['long hours', { hours: 'a'.repeat(161) }, 'hours helpline.text'],
    ['no languages', { languages: [] }, 'languages helpline.languages'],
    ['a language by its name', { languages: ['english'] }, 'languages helpline.languages'],
    ['a language that nobody knows', { languages: ['en', 'qqx'] }, 'languages helpline.languages'],
    ['languages with commas', { languages: ['en,fr'] }, 'languages helpline.languages'],
    ['too many languages', { languages: Array<string>(41).fill('en') }, 'languages helpline.languages'],
    ['another cost', { cost: 'cheap' }, 'cost helpline.cost'],
    ['no source', { source: '' }, 'source helpline.text'],
    ['neither number nor website', { number: null, website: null }, 'number helpline.noContact'],
    ['a date that does not exist', { verifiedOn: '2026-02-30' }, 'verifiedOn meeting.notADate'],
    ['a date with a time', { verifiedOn: '2026-03-01T10:00' }, 'verifiedOn meeting.notADate'],
    ['a date to come', { verifiedOn: '2026-03-11' }, 'verifiedOn helpline.future'],
    ['a date without a name', { verifiedBy: null }, 'verifiedOn helpline.verifiedTogether'],
    ['a name without a date', { verifiedOn: null }, 'verifiedOn helpline.verifiedTogether']
  ])('is refused with %s', (_, changed, problem) => {
    expect(codesOf(changed)).toEqual([problem])
  })

  it.each<[string, Partial<Entered>]>([
    ['only a number', { website: null }],
    ['only a website', { number: null }],
    ['no verification', { verifiedOn: null, verifiedBy: null }],
    ['the verification of today', { verifiedOn: today }],
    ['a language with its script and country', { languages: ['zh-Hans', 'pt-BR'] }]
  ])('may have %s', (_, changed) => {
    expect(codesOf(changed)).toEqual([])
  })

  it('is told everything that is wrong at once', () => {
    expect(codesOf({ country: 'ZZ', number: 'no', cost: '', source: '', verifiedOn: '2030-01-01' })).toEqual([
      'country helpline.country',
      'number helpline.number',
      'cost helpline.cost',
      'source helpline.text',
      'verifiedOn helpline.future'
    ])
  })
})
