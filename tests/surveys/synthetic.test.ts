import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  check,
  digitalLiteracyShape,
  limitOf,
  questionsOf,
  readyQuestionnaire,
  shapesOf,
  syntheticResponses,
  type Question,
  type Questionnaire,
  type SyntheticResponse,
  type SyntheticShape
} from '#surveys'
import { holds } from '../../surveys/conditions.ts'
import { walk } from '../../surveys/route.ts'
import { seeded } from '../support/answers.ts'
import { questionnaires } from '../support/questionnaires.ts'
import { options, words } from '../support/sample-questionnaire.ts'

const seed = fc.integer()

/** Anything a questionnaire takes, with the same chance. */
function evenShape(questionnaire: Questionnaire): SyntheticShape {
  return {
    languages: { weights: { en: 1, ar: 2 } },
    questions: questionsOf(questionnaire).map(question => ({
      id: question.id,
      ...evenly(question),
      skipped: 0.1,
      ...('options' in question && question.dontKnow !== false && { dk: 0.1 }),
      ...('options' in question && question.preferNotToSay !== false && { pns: 0.1 })
    }))
  }
}

function evenly(question: Question) {
  switch (question.kind) {
    case 'number':
      return { weights: { [question.minimum]: 1, [question.maximum]: 1 } }
    case 'short_text':
    case 'long_text':
      return { weights: { a: 1 } }
    case 'single':
    case 'scale':
      return { weights: weightsOf(question.options) }
    case 'multiple':
      return {
        weights: weightsOf(question.options),
        choices: ones(question.atMost ?? question.options.length)
      }
    case 'ranking':
      return { weights: weightsOf(question.options), choices: ones(question.upTo) }
  }
}

const ones = (count: number) => Array.from({ length: count }, () => 1)
const weightsOf = (all: readonly { readonly code: string }[]) =>
  Object.fromEntries(all.map(({ code }) => [code, 1]))

describe('made-up answers', () => {
  it('stand on the route of their questionnaire, and off it nothing does', () => {
    fc.assert(
      fc.property(questionnaires, seed, (questionnaire, start) => {
        const shapes = shapesOf(questionnaire)
        for (const { answers } of syntheticResponses(
          questionnaire,
          evenShape(questionnaire),
          10,
          seeded(start)
        )) {
          expect(walk(shapes, answers)).toEqual(answers)
          for (const { id, showWhen } of shapes) {
            const shown = showWhen === undefined || holds(showWhen, answers)
            expect(answers.get(id)?.state === 'not_shown').toBe(!shown)
          }
        }
      }),
      { numRuns: 100 }
    )
  })

  it('are the same for the same chance, and others for another', () => {
    const questionnaire = readyQuestionnaire('digital-literacy')
    const of = (start: number) => syntheticResponses(questionnaire, digitalLiteracyShape, 40, seeded(start))
    fc.assert(
      fc.property(seed, start => {
        expect(of(start)).toEqual(of(start))
      }),
      { numRuns: 20 }
    )
    expect(of(1)).not.toEqual(of(2))
  })

  it('depend on who somebody is, also where it is not said and where it is asked later', () => {
    const questionnaire: Questionnaire = {
      title: words('Two questions'),
      sections: [
        {
          id: 'all',
          items: [
            { kind: 'single', id: 'likes', text: words('Likes'), options: options(2) },
            { kind: 'single', id: 'is', text: words('Is'), options: options(2) }
          ]
        }
      ]
    }
    const [one = '', other = ''] = options(2).map(({ code }) => code)
    const shape: SyntheticShape = {
      languages: { weights: { ar: 1, fr: 1 }, by: { is: { [one]: { fr: 0 }, [other]: { ar: 0 } } } },
      questions: [
        { id: 'is', weights: { [one]: 1, [other]: 3 }, pns: 0.5 },
        {
          id: 'likes',
          weights: { [one]: 1, [other]: 1 },
          by: { is: { [one]: { [other]: 0 }, [other]: { [one]: 0 } } }
        }
      ]
    }
    const made = syntheticResponses(questionnaire, shape, 400, seeded(5))
    const said = made.flatMap(({ language, answers }) => {
      const [is, likes] = [answers.get('is'), answers.get('likes')]
      return is?.state === 'answered' ? [{ is, likes, language }] : []
    })
    expect(said.length).toBeGreaterThan(150)
    expect(said.length).toBeLessThan(250)
    for (const { is, likes, language } of said) {
      expect(likes).toEqual(is)
      expect(language).toBe('codes' in is && is.codes[0] === one ? 'ar' : 'fr')
    }
    const ofOne = made.filter(({ language }) => language === 'ar').length
    expect(ofOne).toBeGreaterThan(70)
    expect(ofOne).toBeLessThan(130)
  })

  it.each<[string, Partial<SyntheticShape>]>([
    ['a question that is not asked', { questions: [{ id: 'nothing', weights: { a: 1 } }] }],
    ['an answer that a question does not have', { questions: [{ id: 'gender', weights: { robot: 1 } }] }],
    ['nothing to draw from', { questions: [{ id: 'gender', weights: {} }] }],
    ['a language that is none of ours', { languages: { weights: { de: 1 } } }]
  ])('are refused from a shape with %s', (_, wrong) => {
    const shape = { ...digitalLiteracyShape, ...wrong }
    const make = () => syntheticResponses(readyQuestionnaire('digital-literacy'), shape, 5, seeded(1))
    expect(make).toThrow(RangeError)
  })
})

describe('the made-up answers to “Digital literacy and me”', () => {
  const questionnaire = readyQuestionnaire('digital-literacy')
  const made = syntheticResponses(questionnaire, digitalLiteracyShape, 1200, seeded(2018))

  it('are shaped for every question, by its own codes, and only by what is drawn before', () => {
    expect(check(questionnaire, ['en'])).toEqual([])
    const asked = questionsOf(questionnaire)
    const shaped = digitalLiteracyShape.questions.map(({ id }) => id)
    expect([...shaped].sort()).toEqual(asked.map(({ id }) => id).sort())
    for (const { id, weights, by = {}, choices = [] } of digitalLiteracyShape.questions) {
      const question = asked.find(each => each.id === id)
      if (question === undefined || !('options' in question)) continue
      const codes = question.options.map(({ code }) => code)
      expect(Object.keys(weights)).toEqual(codes)
      const most = 'atMost' in question ? question.atMost : 'upTo' in question ? question.upTo : undefined
      expect(choices.length).toBeLessThanOrEqual(most ?? codes.length)
      for (const [on, factors] of Object.entries(by)) {
        expect(shaped.slice(0, shaped.indexOf(id))).toContain(on)
        for (const factor of Object.values(factors))
          expect(codes).toEqual(expect.arrayContaining(Object.keys(factor)))
      }
    }
  })

  it('say of themselves that they are made up, in room that the question has', () => {
    const future = questionsOf(questionnaire).find(({ id }) => id === 'future')
    const texts = Object.keys(digitalLiteracyShape.questions.find(({ id }) => id === 'future')?.weights ?? {})
    expect(future?.kind).toBe('short_text')
    for (const text of texts) {
      expect(text).toContain('made up')
      if (future?.kind === 'short_text') expect(text.length).toBeLessThanOrEqual(limitOf(future))
    }
  })

  it('read like what young people told the working group in 2018', () => {
    expect(ranked(made, 'trends').slice(0, 2)).toEqual(['social_media', 'connected_things'])
    expect(ranked(made, 'challenges').slice(0, 3)).toEqual(['unfair_access', 'divide', 'risks'])
    expect(ranked(made, 'obstacles').slice(0, 2)).toEqual(['teachers', 'school_devices'])
    expect(shareOf(made, 'strategies', 'not_well')).toBeGreaterThan(0.55)
    for (const { code } of optionsOf('recommendations')) {
      expect(shareOf(made, 'recommendations', code)).toBeGreaterThan(0.13)
    }
  })

  it('come from children and young people of every age, gender and region, and some do not say', () => {
    for (const id of ['age_band', 'gender', 'region']) {
      for (const { code } of optionsOf(id)) expect(shareOf(made, id, code)).toBeGreaterThan(0.02)
      const states = new Set(made.map(({ answers }) => answers.get(id)?.state))
      expect(states).toContain('pns')
    }
    const sizes = optionsOf('region')
      .map(({ code }) => shareOf(made, 'region', code))
      .sort()
    expect((sizes.at(-1) ?? 0) / (sizes[0] ?? 1)).toBeGreaterThan(3)
    expect(new Set(made.map(({ language }) => language)).size).toBe(6)
  })

  it.each([
    ['gender', 'female', 'male', 'challenges', 'risks'],
    ['region', 'europe', 'africa', 'obstacles', 'teachers'],
    ['age_band', '13_15', '10_12', 'trends', 'social_media']
  ])('differ by %s by ten points or more', (on, more, less, id, code) => {
    const [first, second] = [more, less].map(value => made.filter(each => hasChosen(each, on, value)))
    expect(shareOf(first ?? [], id, code) - shareOf(second ?? [], id, code)).toBeGreaterThan(0.1)
  })

  function optionsOf(id: string) {
    const question = questionsOf(questionnaire).find(each => each.id === id)
    return question !== undefined && 'options' in question ? question.options : []
  }

  function ranked(responses: readonly SyntheticResponse[], id: string): string[] {
    return optionsOf(id)
      .map(({ code }) => code)
      .toSorted((a, b) => shareOf(responses, id, b) - shareOf(responses, id, a))
  }
})

function hasChosen({ answers }: SyntheticResponse, id: string, code: string): boolean {
  const answer = answers.get(id)
  return answer !== undefined && 'codes' in answer && answer.codes.includes(code)
}

function shareOf(responses: readonly SyntheticResponse[], id: string, code: string): number {
  const answered = responses.filter(({ answers }) => answers.get(id)?.state === 'answered')
  return answered.filter(each => hasChosen(each, id, code)).length / answered.length
}
