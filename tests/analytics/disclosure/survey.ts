import { createHmac } from 'node:crypto'
import type { ClosedQuestion, Questionnaire, Wording } from '#surveys'
import type { Population } from '../../../analytics/disclosure/groups.ts'
import type { Prf } from '../../../analytics/disclosure/perturbation.ts'
import { plannedTables } from '../../../analytics/plan.ts'
import { notGiven, states, type Column, type State, type Table } from '../../../analytics/table.ts'

/** One respondent: a record key, and for each question the codes chosen or the way it was not answered. */
export type Person = {
  readonly key: bigint
  readonly answers: Readonly<Record<string, readonly string[] | State>>
}

export const breakdowns = ['gender', 'age_band', 'place']

export const questionnaire: Questionnaire = {
  title: words('Listening'),
  sections: [
    {
      id: 'all',
      items: [
        single('mood', ['good', 'fair', 'bad']),
        {
          kind: 'multiple',
          id: 'uses',
          text: words('uses'),
          options: optionsOf(['games', 'school', 'news'])
        },
        { ...single('hurt', ['yes', 'no']), sensitive: true },
        { ...single('gender', ['female', 'male', 'another']), profile: 'gender' },
        { ...single('age_band', ['13_15', '16_17', '18_24']), profile: 'age_band' },
        single('place', ['city', 'village'])
      ]
    }
  ]
}

/** Uniform in [0, 1), keyed by a secret. */
export function prfOf(secret: string): Prf {
  return message =>
    createHmac('sha256', secret).update(JSON.stringify(message)).digest().readUInt32BE(0) / 2 ** 32
}

/** The true tables of some people, counted the plain way. */
export function tablesOf(
  people: readonly Person[],
  by: readonly string[] = breakdowns,
  asked = questionnaire
): readonly Table[] {
  const questions = asked.sections.flatMap(section => section.items)
  // What follows from another answer has no answers here.
  const plans = plannedTables(asked, by).filter(plan => questions.some(({ id }) => id === plan.question))
  return plans.flatMap(plan =>
    plan.by.map((split): Table => {
      const codes = codesOf(questions, plan.question)
      const values = split.map(question => [...codesOf(questions, question), notGiven])
      const groups = values.reduce<string[][]>(
        (lists, own) => lists.flatMap(list => own.map(value => [...list, value])),
        [[]]
      )
      const columns = groups.map(group => columnOf(plan.question, codes, split, group, people))
      return { question: plan.question, by: split, codes, extras: [], columns }
    })
  )
}

export function populationOf(people: readonly Person[], by: readonly string[] = breakdowns): Population {
  const cells = new Map<string, { values: string[]; count: number }>()
  for (const person of people) {
    const values = by.map(question => valueOf(person, question))
    const cell = cells.get(values.join()) ?? { values, count: 0 }
    cells.set(values.join(), { values, count: cell.count + 1 })
  }
  return { breakdowns: by, cells: [...cells.values()] }
}

export function words(english: string): Wording {
  return { standard: { en: english } }
}

export function single(id: string, codes: readonly string[]): ClosedQuestion & { kind: 'single' } {
  return { kind: 'single', id, text: words(id), options: optionsOf(codes) }
}

function optionsOf(codes: readonly string[]): { code: string; text: Wording }[] {
  return codes.map(code => ({ code, text: words(code) }))
}

function columnOf(
  question: string,
  codes: readonly string[],
  by: readonly string[],
  values: readonly string[],
  people: readonly Person[]
): Column {
  const group = people.filter(person => by.every((split, index) => valueOf(person, split) === values[index]))
  const answered = group.filter(person => typeof answerOf(person, question) !== 'string')
  const inState = (state: State): number =>
    group.filter(person => answerOf(person, question) === state).length
  const [dk = 0, pns = 0, skipped = 0, notShown = 0] = states.map(inState)
  return {
    values,
    size: group.length,
    key: keyOf(group),
    answered: answered.length,
    answeredKey: keyOf(answered),
    chosen: codes.map(code => answered.filter(person => answerOf(person, question).includes(code)).length),
    extra: [],
    states: { dk, pns, skipped, not_shown: notShown }
  }
}

function keyOf(people: readonly Person[]): bigint {
  return BigInt.asUintN(
    64,
    people.reduce((sum, { key }) => sum + key, 0n)
  )
}

function valueOf(person: Person, question: string): string {
  const answer = answerOf(person, question)
  return typeof answer === 'string' ? notGiven : (answer[0] ?? notGiven)
}

function answerOf(person: Person, question: string): readonly string[] | State {
  return person.answers[question] ?? 'skipped'
}

function codesOf(
  items: readonly Questionnaire['sections'][number]['items'][number][],
  question: string
): readonly string[] {
  const item = items.find(({ id }) => id === question)
  return item !== undefined && 'options' in item ? item.options.map(({ code }) => code) : []
}
