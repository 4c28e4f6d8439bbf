import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineagesOf, questionsOf, type Question, type Questionnaire, type SingleQuestion } from '#surveys'
import { words } from '../support/sample-questionnaire.ts'
import { questionnaires } from '../support/questionnaires.ts'
import { asking, choice, form, multiple, number, ranking, writing } from './small-questionnaires.ts'

const filter = choice('filter', ['yes', 'no'])
const question: SingleQuestion = {
  ...choice('hours', ['few', 'some', 'many']),
  showWhen: { question: 'filter', selected: 'yes' }
}
const earlier = asking(filter, question)

/** What became of the question `hours`, as "outcome: changes". */
function became(later: Questionnaire, before = earlier): string[] {
  return lineagesOf(before, later)
    .filter(lineage => lineage.question === 'hours')
    .map(lineage => ('changes' in lineage ? `reworded: ${lineage.changes.join(' ')}` : lineage.outcome))
}

const easier = { ...question.text, easy: { en: 'How long?' } }

describe('a question from one wave to the next', () => {
  it.each<[string, Questionnaire, string[]]>([
    ['asked as before', earlier, ['same']],
    ['with other questions around it', asking(filter, writing('why'), question, choice('more')), ['same']],
    ['with a note for its authors', asking(filter, { ...question, note: 'From 2018' }), ['same']],
    [
      'in other words in one language',
      asking(filter, { ...question, text: { standard: { ...question.text.standard, ru: 'Сколько?' } } }),
      ['reworded: wording']
    ],
    ['with easy words of its own', asking(filter, { ...question, text: easier }), ['reworded: wording']],
    ['with a hint', asking(filter, { ...question, hint: words('On a school day') }), ['reworded: hint']],
    [
      'with another text of an option',
      asking(
        filter,
        withOptions(option => (option.code === 'few' ? { ...option, text: words('Hardly any') } : option))
      ),
      ['reworded: options']
    ],
    [
      'with its options the other way round',
      asking(filter, { ...question, options: question.options.toReversed() }),
      ['reworded: order']
    ],
    ['without “I do not know”', asking(filter, { ...question, dontKnow: false }), ['reworded: format']],
    [
      'asked of everyone',
      asking(filter, { ...choice('hours', ['few', 'some', 'many']) }),
      ['reworded: routing']
    ],
    [
      'in a section that not all see',
      form(
        { id: 'a', items: [filter] },
        { id: 'b', showWhen: { question: 'filter', answered: true }, items: [question] }
      ),
      ['reworded: routing']
    ],
    [
      'behind a filter in other words',
      asking({ ...filter, text: words('Do you?') }, question),
      ['reworded: routing']
    ],
    [
      'behind a filter with other codes',
      asking(choice('filter', ['yes', 'no', 'maybe']), question),
      ['reworded: routing']
    ],
    [
      'in two ways at once',
      asking(filter, { ...question, text: easier, options: question.options.toReversed() }),
      ['reworded: wording order']
    ],
    [
      'with a code renamed',
      asking(
        filter,
        withOptions(option => (option.code === 'few' ? { ...option, code: 'hardly_any' } : option))
      ),
      ['new', 'gone']
    ],
    [
      'with an option more',
      asking(filter, { ...question, options: [...question.options, { code: 'none', text: words('none') }] }),
      ['new', 'gone']
    ],
    ['as a scale', asking(filter, { ...question, kind: 'scale' }), ['new', 'gone']],
    ['no more', asking(filter), ['gone']],
    ['under another id', asking(filter, { ...question, id: 'time' }), ['gone']]
  ])('%s', (_, later, outcome) => {
    expect(became(later)).toEqual(outcome)
  })

  it.each<[string, Question, Question, string[]]>([
    ['a ranking of two instead of three', ranking('hours', 4, 3), ranking('hours', 4, 2), ['new', 'gone']],
    ['numbers up to 12 instead of 24', number('hours', 0, 24), number('hours', 0, 12), ['new', 'gone']],
    [
      'a number in another unit',
      number('hours', 0, 24),
      { ...number('hours', 0, 24), unit: words('minutes') },
      ['reworded: options']
    ],
    ['at most two ticks', multiple('hours', 3), { ...multiple('hours', 3), atMost: 2 }, ['reworded: format']],
    [
      'an option that stands alone',
      multiple('hours', 2),
      {
        ...multiple('hours', 2),
        options: multiple('hours', 2).options.map((option, at) =>
          at === 1 ? { ...option, exclusive: true } : option
        )
      },
      ['reworded: format']
    ],
    ['longer texts', writing('hours'), { ...writing('hours'), atMost: 900 }, ['reworded: format']],
    [
      'a long text instead of a short one',
      writing('hours'),
      { kind: 'long_text', id: 'hours', text: words('hours') },
      ['new', 'gone']
    ]
  ])('%s', (_, before, after, outcome) => {
    expect(became(asking(after), asking(before))).toEqual(outcome)
  })

  it('does not depend on the order in which languages were written', () => {
    const text = { standard: { fr: 'Oui', en: 'Yes' } }
    const turned = { standard: { en: 'Yes', fr: 'Oui' } }
    expect(
      became(
        asking({ ...question, text: turned, showWhen: { all: [] } }),
        asking({ ...question, text, showWhen: { all: [] } })
      )
    ).toEqual(['same'])
  })
})

/** A questionnaire, and what may become of it: questions kept, put in other words, with another code, or left out. */
const twoWaves: fc.Arbitrary<readonly [Questionnaire, Questionnaire]> = questionnaires.chain(one =>
  fc
    .array(fc.constantFrom('kept', 'reworded', 'recoded', 'left out'), {
      minLength: questionsOf(one).length,
      maxLength: questionsOf(one).length
    })
    .map(fates => [one, changed(one, fates)])
)

describe('all questions from one wave to the next', () => {
  it('are the same as themselves', () => {
    fc.assert(
      fc.property(questionnaires, questionnaire => {
        const asked = questionsOf(questionnaire).map(({ id }) => ({ question: id, outcome: 'same' }))
        expect(lineagesOf(questionnaire, questionnaire)).toEqual(asked)
      })
    )
  })

  it('read backwards: same and reworded stay so, new is gone and gone is new', () => {
    fc.assert(
      fc.property(twoWaves, ([one, other]) => {
        const there = lineagesOf(one, other)
        const back = lineagesOf(other, one)
        const ids = (lineages: typeof there, outcome: string) =>
          lineages
            .filter(lineage => lineage.outcome === outcome)
            .map(lineage => lineage.question)
            .sort()
        expect(ids(back, 'same')).toEqual(ids(there, 'same'))
        expect(ids(back, 'reworded')).toEqual(ids(there, 'reworded'))
        expect(ids(back, 'new')).toEqual(ids(there, 'gone'))
        expect(ids(back, 'gone')).toEqual(ids(there, 'new'))
      })
    )
  })

  it('tell of each question of both once, or twice where it is another under the same id', () => {
    fc.assert(
      fc.property(twoWaves, ([one, other]) => {
        const told = lineagesOf(one, other)
        const after = told.filter(({ outcome }) => outcome !== 'gone').map(({ question }) => question)
        const before = told.filter(({ outcome }) => outcome !== 'new').map(({ question }) => question)
        expect(after).toEqual(questionsOf(other).map(({ id }) => id))
        expect(before.sort()).toEqual(
          questionsOf(one)
            .map(({ id }) => id)
            .sort()
        )
      })
    )
  })
})

function withOptions(
  change: (option: SingleQuestion['options'][number]) => SingleQuestion['options'][number]
): SingleQuestion {
  return { ...question, options: question.options.map(change) }
}

function changed(questionnaire: Questionnaire, fates: readonly string[]): Questionnaire {
  const fate = new Map(questionsOf(questionnaire).map(({ id }, at) => [id, fates[at]]))
  return {
    ...questionnaire,
    sections: questionnaire.sections.map(section => ({
      ...section,
      items: section.items
        .filter(({ id }) => fate.get(id) !== 'left out')
        .map(item => {
          if (fate.get(item.id) === 'reworded') return { ...item, text: words('In other words') }
          if (fate.get(item.id) !== 'recoded' || !('options' in item)) return item
          return {
            ...item,
            options: item.options.map((option, at) => (at === 0 ? { ...option, code: 'other_code' } : option))
          }
        })
    }))
  }
}
