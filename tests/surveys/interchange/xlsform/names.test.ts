import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claim, mendedCode, mendedId } from '../../../../surveys/interchange/xlsform/names.ts'
import { formOf, lossesOf, questionIn } from '../../../support/forms.ts'

const id = /^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/
const code = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$/

describe('a name that is no code of ours', () => {
  it.each([
    ['q1', 'q1', 'q1'],
    ['1st', '_1st', '1st'],
    ['Größe', 'Gro_e', 'Gro_e'],
    ['élève', 'eleve', 'eleve'],
    ['fun & games', 'fun_games', 'fun_games'],
    ['-99', '_99', '_99'],
    ['_', '_', '_'],
    ['年龄', '', '']
  ])('is mended: %s', (name, asId, asCode) => {
    expect(mendedId(name)).toBe(asId)
    expect(mendedCode(name)).toBe(asCode)
  })

  it('becomes one that fits, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), name => {
        expect(mendedId(name)).toMatch(mendedId(name) === '' ? /^$/ : id)
        expect(mendedCode(name)).toMatch(mendedCode(name) === '' ? /^$/ : code)
      })
    )
  })

  it('stays as it is when it fits', () => {
    fc.assert(fc.property(fc.stringMatching(code), name => mendedCode(name) === name))
    fc.assert(fc.property(fc.stringMatching(id), name => mendedId(name) === name))
  })

  it('never becomes one that is taken', () => {
    const taken = new Set<string>()
    const given = ['a'.repeat(64), 'a'.repeat(64), 'b', 'b', 'b_2'].map(name => claim(name, taken))
    expect(new Set(given).size).toBe(5)
    expect(given.every(name => code.test(name))).toBe(true)
  })
})

describe('names of questions', () => {
  it('are kept where they can be, and every change is told', () => {
    const form = formOf([
      ['text', 'a b', 'One?'],
      ['text', 'a_b', 'Two?'],
      ['text', null, 'Three?'],
      ['text', 'a_b', 'Four?'],
      ['text', '年龄', 'Five?']
    ])
    const texts = ['a_b_2', 'a_b', 'q_4', 'a_b_3', 'q_6'].map(name => questionIn(form, name).text.standard.en)
    expect(texts).toEqual(['One?', 'Two?', 'Three?', 'Four?', 'Five?'])
    expect(lossesOf(form)).toEqual([
      'nameMended at survey, row 2',
      'nameMissing at survey, row 4',
      'nameTwice at survey, row 5',
      'nameMended at survey, row 6'
    ])
  })
})

describe('choices', () => {
  const ask = [['select_one l', 'q', 'Q?']]

  it.each([
    [[['l', 'dk', 'Dunno']], [], ['choiceOwn at choices, row 3']],
    [[['l', 'skipped', 'Skipped']], ['skipped_2'], ['choiceRenamed at choices, row 3']],
    [[['l', 'not shown', 'N']], ['not_shown_2'], ['choiceRenamed at choices, row 3']],
    [[['l', -99, 'No answer']], ['_99'], ['choiceRenamed at choices, row 3']],
    [[['l', null, 'Bananas']], ['Bananas'], ['choiceNameMade at choices, row 3']],
    [[['l', 'b', null]], ['b'], ['choiceLabelMissing at choices, row 3']],
    [[['l', null, null]], [], ['choiceEmpty at choices, row 3']],
    [[[null, 'b', 'B']], [], ['choiceWithoutList at choices, row 3']],
    [[['l', 'a', 'A']], [], ['choicesJoined at choices, row 3']],
    [[['m', 'b', 'B']], [], ['listUnused at choices, row 3']]
  ])('that are odd are mended or left out, and told: %j', (rows, codes, losses) => {
    const form = formOf(ask, [['l', 'a', 'A'], ...rows])
    expect(questionIn(form, 'q')).toMatchObject({ options: ['a', ...codes].map(each => ({ code: each })) })
    expect(lossesOf(form)).toEqual(losses)
  })

  it('of one name are one option with both texts, for their answers cannot be told apart', () => {
    const form = formOf(ask, [
      ['l', 'v_1', '1'],
      ['l', 'v_2', '2'],
      ['l', 'v_1', '<1']
    ])
    expect(questionIn(form, 'q')).toMatchObject({
      options: [
        { code: 'v_1', text: { standard: { en: '1 / <1' } } },
        { code: 'v_2', text: { standard: { en: '2' } } }
      ]
    })
  })

  it('are missed when a list holds nothing but "I do not know"', () => {
    const form = formOf([...ask, ['text', 'r', 'R?']], [['l', 'dk', 'Dunno']])
    expect(lossesOf(form)).toEqual(['choiceOwn at choices, row 2', 'listEmpty at survey, row 2'])
  })
})
