import { describe, expect, it } from 'vitest'
import { formOf, imported, lossesOf, questionIn, refusalsOf } from '../../../support/forms.ts'

const yesNo = [
  ['yn', 'yes', 'Yes'],
  ['yn', 'no', 'No']
]
const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(name => ['letters', name, name.toUpperCase()])

describe('a question of the form', () => {
  it.each(['select_one yn', 'select one yn', 'select one from yn', 'select1 yn', 'SELECT_ONE  yn'])(
    'becomes a single choice from %s',
    type => {
      const options = [
        { code: 'yes', text: { standard: { en: 'Yes' } } },
        { code: 'no', text: { standard: { en: 'No' } } }
      ]
      expect(questionIn(formOf([[type, 'q', 'Q?']], yesNo), 'q')).toEqual({
        kind: 'single',
        id: 'q',
        text: { standard: { en: 'Q?' } },
        options
      })
    }
  )

  it('becomes a scale where it looks like one', () => {
    const form = formOf([['select_one letters', 'q', 'Q?', null, null, 'likert']], letters)
    expect(questionIn(form, 'q').kind).toBe('scale')
    expect(lossesOf(form)).toEqual([])
  })

  it.each([
    ['count-selected(.) <= 3', 3],
    ['count-selected(.) < 3', 2],
    ['3 >= count-selected( . )', 3],
    ['count-selected(.) >= 2', undefined],
    ['count-selected(.) <= 3 and count-selected(.) >= 1', undefined]
  ])('becomes a multiple choice; %s allows at most %s', (constraint, atMost) => {
    const form = formOf([['select_multiple letters', 'q', 'Q?', null, constraint]], letters)
    expect(questionIn(form, 'q')).toMatchObject({
      kind: 'multiple',
      ...(atMost === undefined ? {} : { atMost })
    })
    expect(lossesOf(form)).toEqual(atMost === undefined ? ['constraintIgnored at survey, row 2'] : [])
  })

  it('becomes a ranking of five places at most', () => {
    const form = formOf([['rank letters', 'q', 'Q?']], letters)
    expect(questionIn(form, 'q')).toMatchObject({ kind: 'ranking', upTo: 5 })
    expect(lossesOf(form)).toEqual(['rankingCut at survey, row 2'])
  })

  it.each([
    ['. >= 18 and . <= 120', { kind: 'number', minimum: 18, maximum: 120 }],
    ['. > 17 and . < 121', { kind: 'number', minimum: 18, maximum: 120 }],
    ['(0 <= .) and (.<=10.5)', { kind: 'number', minimum: 0, maximum: 10 }],
    ['. >= 0 and . <= 30000', { kind: 'number', minimum: 0, maximum: 30000 }],
    ['. >= 0 and . <= 30001', { kind: 'short_text' }],
    ['. >= -5 and . <= 5', { kind: 'short_text' }],
    ['. <= 5', { kind: 'short_text' }],
    ['. >= 0 and . <= 9 and . != 4', { kind: 'short_text' }],
    ['. >= 5 and . <= 2', { kind: 'short_text' }],
    ['', { kind: 'short_text' }]
  ])('becomes a whole number only within bounds: %s', (constraint, expected) => {
    const form = formOf([['integer', 'q', 'Q?', null, constraint]])
    expect(questionIn(form, 'q')).toMatchObject(expected)
    expect(lossesOf(form).some(loss => loss.startsWith('integerAsText'))).toBe(expected.kind === 'short_text')
  })

  it.each([
    [
      'start=0 end=100 step=5',
      { kind: 'number', minimum: 0, maximum: 100 },
      ['stepIgnored at survey, row 2']
    ],
    ['end=7;start=2', { kind: 'number', minimum: 2, maximum: 7 }, []],
    ['', { kind: 'number', minimum: 1, maximum: 10 }, []],
    ['start=-5 end=5', { kind: 'short_text' }, ['rangeAsText at survey, row 2']],
    ['start=0.5 end=5', { kind: 'short_text' }, ['rangeAsText at survey, row 2']],
    ['start=0 end=5 colour=red', { kind: 'number' }, ['columnIgnored at survey, row 2']]
  ])('becomes a whole number from a slider: %s', (parameters, expected, losses) => {
    const form = formOf([['range', 'q', 'Q?', null, null, null, parameters]])
    expect(questionIn(form, 'q')).toMatchObject(expected)
    expect(lossesOf(form)).toEqual(losses)
  })

  it('becomes a short text, or a long one with several lines', () => {
    expect(questionIn(formOf([['text', 'q', 'Q?']]), 'q').kind).toBe('short_text')
    expect(questionIn(formOf([['string', 'q', 'Q?', null, null, 'multiline']]), 'q').kind).toBe('long_text')
    expect(questionIn(formOf([['decimal', 'q', 'Q?']]), 'q').kind).toBe('short_text')
  })

  it.each(['select_one yn or_other', 'select one from yn or specify other', 'select_multiple yn or_other'])(
    'gets "Other" and an open question from %s',
    type => {
      const form = formOf([[type, 'q', 'Q?']], yesNo)
      expect(questionIn(form, 'q')).toMatchObject({
        options: [{ code: 'yes' }, { code: 'no' }, { code: 'other' }]
      })
      expect(questionIn(form, 'q_other')).toMatchObject({
        kind: 'short_text',
        showWhen: { question: 'q', selected: 'other' }
      })
      expect(lossesOf(form)).toEqual(['otherAdded at survey, row 2'])
    }
  )

  it('added for "Other" does not take the name of one further down', () => {
    const form = formOf(
      [
        ['select_one yn or_other', 'q', 'Q?'],
        ['text', 'q_other', 'Own?']
      ],
      yesNo
    )
    expect(questionIn(form, 'q_other').text.standard.en).toBe('Own?')
    expect(questionIn(form, 'q_other_2').showWhen).toEqual({ question: 'q', selected: 'other' })
  })

  it('is the standard background question when name and codes are', () => {
    const gender = ['female', 'male'].map(name => ['g', name, name])
    const form = formOf([['select_one g', 'gender', 'Gender']], gender)
    expect(questionIn(form, 'gender')).toMatchObject({ profile: 'gender' })
    expect(lossesOf(form)).toEqual(['profileRecognised at survey, row 2'])
    expect(questionIn(formOf([['select_one yn', 'gender', 'Gender']], yesNo), 'gender')).not.toHaveProperty(
      'profile'
    )
  })

  it('shows the headings of a table as a paragraph', () => {
    const form = formOf(
      [
        ['select_one yn', 'head', 'How about these?', null, null, 'label'],
        ['select_one yn', 'q', 'Q?', null, null, 'list-nolabel']
      ],
      yesNo
    )
    expect(imported(form).sections[0]?.items[0]).toMatchObject({ kind: 'note', id: 'head' })
    expect(lossesOf(form)).toEqual([
      'tableHeadingAsNote at survey, row 2',
      'appearanceIgnored at survey, row 3'
    ])
  })
})

describe('a row that asks for too much', () => {
  it.each([
    ['geopoint', 'refusedPlace'],
    ['geotrace', 'refusedPlace'],
    ['geoshape', 'refusedPlace'],
    ['start-geopoint', 'refusedPlace'],
    ['image', 'refusedMedia'],
    ['photo', 'refusedMedia'],
    ['audio', 'refusedMedia'],
    ['background-audio', 'refusedMedia'],
    ['video', 'refusedMedia'],
    ['file', 'refusedMedia'],
    ['deviceid', 'refusedDevice'],
    ['imei', 'refusedDevice'],
    ['subscriberid', 'refusedDevice'],
    ['simserial', 'refusedDevice'],
    ['phonenumber', 'refusedIdentity'],
    ['phone number', 'refusedIdentity'],
    ['username', 'refusedIdentity'],
    ['email', 'refusedIdentity'],
    ['barcode', 'refusedIdentity'],
    ['start', 'refusedMoment'],
    ['end', 'refusedMoment'],
    ['today', 'refusedMoment'],
    ['audit', 'refusedMoment']
  ])('has the whole form refused: %s', (type, reason) => {
    const form = formOf([
      ['text', 'q', 'Q?'],
      [type, 'x', 'X?']
    ])
    expect(refusalsOf(form)).toEqual([`${reason} at survey, row 3`])
  })

  it('is found in a repeat too, and all rows of one sort are named together', () => {
    const form = formOf([
      ['text', 'q', 'Q?'],
      ['image', 'x', 'X?'],
      ['begin repeat', 'r', 'R'],
      ['image', 'y', 'Y?'],
      ['end repeat']
    ])
    expect(refusalsOf(form)).toEqual(['refusedMedia at survey, rows 3, 5'])
  })

  it.each([
    ['date', 'dateDropped'],
    ['time', 'dateDropped'],
    ['dateTime', 'dateDropped'],
    ['calculate', 'calculationDropped'],
    ['hidden', 'calculationDropped'],
    ['xml-external', 'externalDropped'],
    ['csv-external', 'externalDropped'],
    ['select_one_from_file list.csv', 'externalDropped'],
    ['select_one_external list', 'externalDropped'],
    ['country', 'typeUnknown'],
    ['', 'typeMissing'],
    ['select_one nowhere', 'listMissing'],
    ['select_one', 'listMissing']
  ])('is left out and listed: %s', (type, loss) => {
    const form = formOf([
      ['text', 'q', 'Q?'],
      [type, 'x', 'X?']
    ])
    expect(lossesOf(form)).toEqual([`${loss} at survey, row 3`])
    expect(imported(form).sections[0]?.items).toHaveLength(1)
  })

  it('is refused when nothing is left to ask', () => {
    expect(refusalsOf(formOf([['date', 'd', 'Born on?']]))).toEqual(['nothingAsked at survey'])
    expect(refusalsOf(formOf([]))).toEqual(['nothingAsked at survey'])
  })
})
