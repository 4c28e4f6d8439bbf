import { describe, expect, it } from 'vitest'
import { formOf, imported, lossesOf, questionIn } from '../../../support/forms.ts'

const choices = [
  ['yn', 'yes', 'Yes'],
  ['yn', 'no', 'No'],
  ['yn', 'dk', 'No idea'],
  ['years', '1', 'One'],
  ['years', '2', 'Two'],
  ['years', '3', 'Three'],
  ['years', '-99', 'No response']
]
const above = [
  ['select_one yn', 'one', 'One?'],
  ['select_multiple yn', 'many', 'Many?'],
  ['select_one years', 'years', 'Years?'],
  ['integer', 'age', 'Age?', null, '. >= 0 and . <= 120'],
  ['text', 'open', 'Open?'],
  ['rank yn', 'order', 'Order?'],
  ['calculate', 'sum', null]
]

function formWith(relevant: string): ReturnType<typeof formOf> {
  return formOf([...above, ['text', 'q', 'Q?', relevant], ['text', 'below', 'Below?']], choices)
}

function conditionFor(relevant: string): unknown {
  return questionIn(formWith(relevant), 'q').showWhen
}

const yes = { question: 'one', selected: 'yes' }
const many = { question: 'many', selected: 'yes' }
const year = (code: string): unknown => ({ question: 'years', selected: code })
const age = (compare: string, number: number): unknown => ({ question: 'age', compare, number })

describe('the relevant column', () => {
  it.each([
    ["selected(${many}, 'yes')", many],
    ['selected( ${many} ,"yes" )', many],
    ["selected (${one}, 'yes')", yes],
    ["${one} = 'yes'", yes],
    ["'yes'=${one}", yes],
    ['${one} = ‘yes’', yes],
    ["${one} != 'yes'", { not: yes }],
    ["${one} = 'dk'", { question: 'one', selected: 'dk' }],
    ["${open} != ''", { question: 'open', answered: true }],
    ["${one} = ''", { not: { question: 'one', answered: true } }],
    ["${many} = 'yes'", { all: [many, { not: { question: 'many', selected: 'no' } }] }],
    ['${age} >= 18', age('>=', 18)],
    ['18 > ${age}', age('<', 18)],
    ["${age} = '18'", age('=', 18)],
    ['${age} != 18', { not: age('=', 18) }],
    ['${age} > -1.5', age('>', -1.5)],
    ['${years} >= 2', { any: [year('2'), year('3')] }],
    ['${years} = 2', year('2')],
    ['${years} = -99', year('_99')],
    ['${years} < 0', year('_99')],
    ["${one} = 'yes' and ${age} > 3", { all: [yes, age('>', 3)] }],
    ["${one} = 'yes' or ${age} > 3 and ${age} < 9", { any: [yes, { all: [age('>', 3), age('<', 9)] }] }],
    [
      "(${one} = 'yes' or ${age} > 3) and not(${age} < 9)",
      { all: [{ any: [yes, age('>', 3)] }, { not: age('<', 9) }] }
    ],
    ["not((${one} = 'yes'))", { not: yes }]
  ])('is understood: %s', (relevant, condition) => {
    expect(conditionFor(relevant)).toEqual(condition)
    expect(lossesOf(formWith(relevant)).filter(loss => loss.startsWith('relevant'))).toEqual([])
  })

  it.each([
    ["regex(${open}, '[a-z]+')", 'NotUnderstood'],
    ['${age} + 1 > 3', 'NotUnderstood'],
    ['${age} > ${years}', 'NotUnderstood'],
    ["selected(${one}, 'yes'", 'NotUnderstood'],
    ["selected(${one}, 'yes'))", 'NotUnderstood'],
    ["selected(${order}, 'yes')", 'NotUnderstood'],
    ["${one} = 'yes' AND ${age} > 3", 'NotUnderstood'],
    ['true()', 'NotUnderstood'],
    ["/data/one = 'yes'", 'NotUnderstood'],
    ['42', 'NotUnderstood'],
    ['${one', 'NotUnderstood'],
    ["'yes", 'NotUnderstood'],
    ['${sum}', 'LeftOut'],
    ['${sum} > 3', 'LeftOut'],
    ["${open} = 'word'", 'OpenText'],
    ["${one} = 'maybe'", 'UnknownOption'],
    ['${years} > 3', 'UnknownOption'],
    ["${nobody} = 'yes'", 'Unknown'],
    ["${q} != ''", 'Later'],
    ["${below} != '' and ${one} = 'yes'", 'Later'],
    [`${'('.repeat(2000)}1`, 'NotUnderstood'],
    [`${"${one} = 'yes' and ".repeat(1000)}1`, 'NotUnderstood']
  ])('leaves the question always shown, and is listed: %s', (relevant, loss) => {
    expect(conditionFor(relevant)).toBeUndefined()
    expect(lossesOf(formWith(relevant))).toContain(`relevant${loss} at survey, row 9`)
  })

  it('of two questions that wait for each other holds for neither', () => {
    const form = formOf([
      ['text', 'a', 'A?', "${b} != ''"],
      ['text', 'b', 'B?', "${a} != ''"]
    ])
    expect(questionIn(form, 'a').showWhen).toBeUndefined()
    expect(questionIn(form, 'b').showWhen).toEqual({ question: 'a', answered: true })
    expect(lossesOf(form)).toEqual(['relevantLater at survey, row 2'])
  })

  it('of a name that two rows have is not guessed at', () => {
    const form = formOf([
      ['text', 'a', 'A?'],
      ['text', 'a', 'A again?'],
      ['text', 'b', 'B?', "${a} != ''"]
    ])
    expect(lossesOf(form)).toEqual(['nameTwice at survey, row 3', 'relevantAmbiguous at survey, row 4'])
    expect(questionIn(form, 'a_2').text.standard.en).toBe('A again?')
  })
})

describe('groups', () => {
  const group = (name: string, relevant: string | null = null): (string | null)[] => [
    'begin group',
    name,
    name,
    relevant
  ]

  it('become sections, and questions outside them a section without a title', () => {
    const form = formOf([
      ['text', 'a', 'A?'],
      group('g'),
      ['text', 'b', 'B?'],
      ['end group'],
      ['text', 'c', 'C?']
    ])
    expect(
      imported(form).sections.map(({ id, title, items }) => [id, title?.standard.en, items.length])
    ).toEqual([
      ['part', undefined, 1],
      ['g', 'g', 1],
      ['part_2', undefined, 1]
    ])
    expect(lossesOf(form)).toEqual([])
  })

  it('within groups hand their title and condition down', () => {
    const form = formOf(
      [
        ...above,
        group('outer', "${one} = 'yes'"),
        group('inner', '${age} > 3'),
        ['text', 'q', 'Q?', "${open} != ''"],
        ['end group'],
        ['text', 'r', 'R?'],
        ['end group']
      ],
      choices
    )
    const outer = imported(form).sections.at(-1)
    expect(outer).toMatchObject({
      id: 'outer',
      showWhen: yes,
      items: [
        { kind: 'note', text: { standard: { en: 'inner' } }, showWhen: age('>', 3) },
        { id: 'q', showWhen: { all: [age('>', 3), { question: 'open', answered: true }] } },
        { id: 'r' }
      ]
    })
    expect(outer?.items.at(-1)).not.toHaveProperty('showWhen')
    expect(lossesOf(form)).toContain('groupFlattened at survey, row 10')
  })

  it('leave a question its name when they have the same', () => {
    const form = formOf([group('q'), ['text', 'q', 'Q?'], ['end group']])
    expect(imported(form).sections[0]).toMatchObject({ id: 'q_2', items: [{ id: 'q' }] })
  })

  it('that do not match up are mended and listed', () => {
    expect(lossesOf(formOf([['end group'], ['text', 'q', 'Q?']]))).toEqual([
      'endWithoutBegin at survey, row 2'
    ])
    expect(lossesOf(formOf([group('g'), ['text', 'q', 'Q?']]))).toEqual(['groupNotClosed at survey, row 2'])
    expect(lossesOf(formOf([group('g'), ['text', 'q', 'Q?'], ['end repeat']]))).toEqual([
      'endOfAnother at survey, row 4'
    ])
    expect(lossesOf(formOf([['text', 'q', 'Q?'], group('g'), ['end group']]))).toEqual([
      'groupEmpty at survey, row 3'
    ])
  })

  it('that repeat are left out with all their rows', () => {
    const form = formOf([
      ['text', 'q', 'Q?'],
      ['begin repeat', 'people', 'People'],
      group('g'),
      ['text', 'name', 'Name?'],
      ['end group'],
      ['end repeat'],
      ['text', 'r', 'R?', "${name} != ''"]
    ])
    expect(imported(form).sections.flatMap(section => section.items.map(item => item.id))).toEqual(['q', 'r'])
    expect(lossesOf(form)).toEqual(['repeatDropped at survey, rows 3–7', 'relevantLeftOut at survey, row 8'])
  })

  it('that repeat without an end are told of', () => {
    const form = formOf([
      ['text', 'q', 'Q?'],
      ['begin repeat', 'r', 'R'],
      ['text', 's', 'S?']
    ])
    expect(lossesOf(form)).toEqual(['repeatNotClosed at survey', 'repeatDropped at survey, rows 3–4'])
  })
})
