import fc from 'fast-check'
import {
  codebookOf,
  pack,
  profileCodes,
  questionsOf,
  readAnswers,
  shapesOf,
  unpack,
  type Condition,
  type ProfileName,
  type Question,
  type Questionnaire
} from '#surveys'
import { words } from './survey.ts'

/** A questionnaire that asks `mood` and these background questions, whose ids are their names. */
export function formWith(...profiles: readonly ProfileName[]): Questionnaire {
  return formOf([asking('mood', ['good', 'bad']), ...profiles.map(asksAbout)])
}

const youngOrUnsaid: Condition = {
  any: [
    { question: 'age_band', selected: '8_9' },
    { question: 'age_band', selected: '10_12' },
    { question: 'age_band', selected: 'pns' }
  ]
}

/** `later` is asked of those who are older, or did not say. */
export const routedByAge = formOf([
  asksAbout('age_band'),
  { ...asking('later', ['yes', 'no']), showWhen: { not: youngOrUnsaid } }
])

/** `later` is asked of the young, and of the girls among the others. */
export const routedByTwo = formOf([
  asksAbout('age_band'),
  asksAbout('gender'),
  {
    ...asking('later', ['yes', 'no']),
    showWhen: { any: [youngOrUnsaid, { question: 'gender', selected: 'female' }] }
  }
])

type Given = Readonly<Record<string, string>>

/** So many alike, coded; what is not given was skipped, what is off the route not shown. */
export function packed(form: Questionnaire, count: number, given: Given): number[][] {
  const parsed = readAnswers(
    shapesOf(form),
    new Map(Object.entries(given).map(([id, value]) => [id, value === 'skipped' ? [] : [value]]))
  )
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return Array.from({ length: count }, () => pack(codebookOf(form), 'en', parsed.value))
}

/** What each response says to every question but `mood`, in the order of the form. */
export function read(form: Questionnaire, responses: readonly (readonly number[])[]): string[][] {
  return peopleOf(form, responses).map(person =>
    [...person].flatMap(([id, value]) => (id === 'mood' ? [] : [value]))
  )
}

export function peopleOf(
  form: Questionnaire,
  responses: readonly (readonly number[])[]
): Map<string, string>[] {
  const codebook = codebookOf(form)
  return responses.map(
    response =>
      new Map(
        [...unpack(codebook, response).answers].map(([id, answer]): [string, string] => [
          id,
          'codes' in answer ? answer.codes.join() : answer.state
        ])
      )
  )
}

export function shown(count: number, values: readonly string[]): string[][] {
  return Array.from({ length: count }, () => [...values])
}

/** Whether every combination of background answers that says something is held by enough, counted the plain way. */
export function atLeastFive(people: readonly ReadonlyMap<string, string>[], enough: number): boolean {
  const counts = new Map<string, number>()
  for (const person of people) {
    const said = names.map(name => (codesOf(name).includes(person.get(name) ?? '') ? person.get(name) : ''))
    counts.set(said.join(), (counts.get(said.join()) ?? 0) + 1)
  }
  return [...counts].every(([said, count]) => count >= enough || said.replaceAll(',', '') === '')
}

const names: readonly ProfileName[] = ['age_band', 'gender', 'country', 'region', 'disability', 'setting']

/** Questionnaires with any background questions and routes, breakdowns among them, and up to some hundred answers. */
export const everything = fc
  .record({
    profiles: fc.shuffledSubarray([...names]),
    later: fc.option(fc.constantFrom<Condition>(youngOrUnsaid, { question: 'gender', answered: true }), {
      nil: undefined
    }),
    breakdowns: fc.nat({ max: 3 }),
    draws: fc.array(fc.array(fc.nat({ max: 1000 }), { minLength: 8, maxLength: 8 }), { maxLength: 60 }),
    copies: fc.integer({ min: 1, max: 6 })
  })
  .map(({ profiles, later, breakdowns, draws, copies }) => {
    const asked: readonly Question[] = [asking('mood', ['good', 'bad']), ...profiles.map(asksAbout)]
    const known = later === undefined || referencesKnown(later, profiles)
    const form = formOf([
      ...asked,
      { ...asking('later', ['yes', 'no']), ...(later !== undefined && known && { showWhen: later }) }
    ])
    const responses = draws.flatMap((draw, index) =>
      packed(form, index % 2 === 0 ? 1 : copies, answersFrom(form, draw))
    )
    return { form, breakdowns: profiles.slice(0, breakdowns), responses }
  })

function referencesKnown(condition: Condition, profiles: readonly ProfileName[]): boolean {
  return profiles.some(name => JSON.stringify(condition).includes(name))
}

/** Low numbers are common, so that some combinations are held by many. */
function answersFrom(form: Questionnaire, draw: readonly number[]): Given {
  return Object.fromEntries(
    questionsOf(form).map((question, index): [string, string] => {
      const codes = 'options' in question ? question.options.map(({ code }) => code) : []
      const values = [...codes.slice(0, 6), 'skipped', 'pns', 'dk']
      const at = Math.floor(values.length * ((draw[index] ?? 0) / 1001) ** 3)
      return [question.id, values[at] ?? 'skipped']
    })
  )
}

function asksAbout(profile: ProfileName): Extract<Question, { kind: 'single' }> {
  return { ...asking(profile, codesOf(profile)), profile }
}

/** Some countries are enough; without the one whose code is also that of "I do not know". */
function codesOf(profile: ProfileName): readonly string[] {
  return profile === 'country' ? ['ke', 'fr', 'aq', 'tw', 'br', 'ng'] : profileCodes[profile]
}

function asking(id: string, codes: readonly string[]): Extract<Question, { kind: 'single' }> {
  return { kind: 'single', id, text: words(id), options: codes.map(code => ({ code, text: words(code) })) }
}

function formOf(items: readonly Question[]): Questionnaire {
  return { title: words('Profiles'), sections: [{ id: 'all', items: [...items] }] }
}
