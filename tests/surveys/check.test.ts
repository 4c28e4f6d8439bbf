import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { translator } from '#locales'
import { check, parseQuestionnaire, type Questionnaire } from '#surveys'
import { questionnaires } from '../support/questionnaires.ts'
import { options, words } from '../support/sample-questionnaire.ts'
import { asking, choice, form, multiple, number, writing } from './small-questionnaires.ts'

const errors: { check: Record<string, string> } = JSON.parse(
  readFileSync(new URL('../../locales/en/errors.json', import.meta.url), 'utf8')
)

/** For each problem the smallest questionnaire that has it, where it is, and what fills its sentence. */
const cases: Record<string, [Questionnaire, string, Record<string, string | number>?]> = {
  boundsCrossed: [asking(number('n', 9, 3)), 'n', { minimum: 9, maximum: 3 }],
  codeReserved: [asking(choice('q', ['a', 'pns'])), 'q / pns', { code: 'pns' }],
  codeTwice: [asking(choice('q', ['a', 'b', 'a'])), 'q / a', { code: 'a' }],
  comparedNotANumber: [
    asking(choice('q'), { ...choice('r'), showWhen: { question: 'q', compare: '>', number: 1 } }),
    'r',
    { question: 'q' }
  ],
  emptySection: [form({ id: 's', items: [choice('q')] }, { id: 'empty', items: [] }), 'empty'],
  exclusiveOutsideMultiple: [
    asking({
      ...choice('q'),
      options: [
        { ...options(1)[0]!, exclusive: true },
        { code: 'b', text: words('B') }
      ]
    }),
    'q / o0'
  ],
  idTwice: [asking(choice('q'), choice('q')), 'q', { id: 'q' }],
  laterQuestion: [
    asking({ ...choice('q'), showWhen: { question: 'r', answered: true } }, choice('r')),
    'q',
    { question: 'r' }
  ],
  loop: [
    asking(
      { ...choice('q'), showWhen: { question: 'r', answered: true } },
      { ...choice('r'), showWhen: { question: 'q', answered: true } }
    ),
    'q',
    { question: 'r' }
  ],
  moreThanOptions: [asking({ ...multiple('q', 3), atMost: 4 }), 'q', { limit: 4, options: 3 }],
  neverShown: [asking(choice('q'), { ...choice('r'), showWhen: { any: [] } }), 'r'],
  noOptions: [asking(choice('q', [])), 'q'],
  noQuestions: [asking({ kind: 'note', id: 'n', text: words('Only a note') }), 'questionnaire'],
  oneOption: [asking(choice('q', ['a'])), 'q'],
  noOpenBand: [asking({ ...choice('q', ['young', 'old']), profile: 'age_band' }), 'questionnaire'],
  profileCodes: [
    asking({ ...choice('q', ['female', 'f']), profile: 'gender' }),
    'q',
    { profile: 'gender', codes: 'female, male, another' }
  ],
  profileKind: [
    asking({ ...multiple('q', 0), options: choice('q', ['yes', 'no']).options, profile: 'disability' }),
    'q',
    { profile: 'disability' }
  ],
  profileTwice: [
    asking(
      { ...choice('q', ['yes', 'no']), profile: 'disability' },
      { ...choice('r', ['yes', 'no']), profile: 'disability' }
    ),
    'r',
    { profile: 'disability', first: 'q' }
  ],
  textMissing: [
    asking({ ...choice('q'), text: { standard: { fr: 'Seulement' } } }),
    'q / en',
    { kind: 'question', language: 'en' }
  ],
  textTooLong: [
    asking({ ...choice('q'), hint: words('a'.repeat(301)) }),
    'q / en',
    { kind: 'hint', length: 301, limit: 300 }
  ],
  tooManyOptions: [
    asking(
      choice(
        'q',
        Array.from({ length: 251 }, (_, n) => `c${n}`)
      )
    ),
    'q',
    { limit: 250 }
  ],
  tooManyQuestions: [
    asking(...Array.from({ length: 201 }, (_, n) => writing(`q${n}`))),
    'questionnaire',
    { limit: 200 }
  ],
  unknownCode: [
    asking(choice('q'), { ...choice('r'), showWhen: { question: 'q', selected: 'z' } }),
    'r',
    { question: 'q', code: 'z' }
  ],
  unknownQuestion: [
    asking({ ...choice('q'), showWhen: { question: 'ghost', answered: true } }),
    'q',
    { question: 'ghost' }
  ]
}

describe('each problem of a questionnaire', () => {
  // `form` is found before there is a questionnaire; it has its own test below.
  it('has an example here', () => {
    expect([...Object.keys(cases), 'form'].sort()).toEqual(Object.keys(errors.check).sort())
  })

  it.each(Object.entries(cases))('%s is found at its place', (code, [questionnaire, at, params]) => {
    const problem = { at, code: `check.${code}`, ...(params && { params }) }
    expect(check(questionnaire, ['en'])).toContainEqual(problem)
  })

  it.each(Object.entries(cases))('%s comes with a sentence that says what to do', (code, [questionnaire]) => {
    const problem = check(questionnaire, ['en']).find(found => found.code === `check.${code}`)
    const sentence = translator('en')(`errors:check.${code}`, problem?.params)
    expect(sentence).toMatch(/\.$/)
    expect(sentence).not.toMatch(/\{\{|undefined/)
  })
})

describe('a questionnaire', () => {
  it('without problems has none, however it is made', () => {
    fc.assert(
      fc.property(questionnaires, questionnaire => {
        const serious = check(questionnaire, ['en']).filter(({ code }) => code !== 'check.neverShown')
        expect(serious).toEqual([])
        expect(parseQuestionnaire(questionnaire)).toEqual({ ok: true, value: questionnaire })
      })
    )
  })

  it('tells all its problems at once, in the order in which they are mended, and always the same', () => {
    const questionnaire = form(
      { id: 'empty', items: [] },
      {
        id: 's',
        showWhen: { question: 'ghost', answered: true },
        items: [
          { ...choice('q', ['a', 'a', 'dk']), text: { standard: {} } },
          number('q', 9, 3),
          { ...choice('last', ['x']), showWhen: { question: 'last', selected: 'x' } }
        ]
      }
    )
    const problems = check(questionnaire, ['en', 'fr'])
    expect(problems.map(({ at, code }) => `${at}: ${code}`)).toEqual([
      'q: check.idTwice',
      'q / a: check.codeTwice',
      'q / dk: check.codeReserved',
      'empty: check.emptySection',
      'q: check.boundsCrossed',
      'last: check.oneOption',
      's: check.unknownQuestion',
      'last: check.laterQuestion',
      'title / fr: check.textMissing',
      'q / en: check.textMissing',
      'q / fr: check.textMissing',
      'q / a / fr: check.textMissing',
      'q / a / fr: check.textMissing',
      'q / dk / fr: check.textMissing',
      'q / fr: check.textMissing',
      'last / fr: check.textMissing',
      'last / x / fr: check.textMissing'
    ])
    expect(check(questionnaire, ['en', 'fr'])).toEqual(problems)
  })
})

describe('something from outside', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['a text', 'questionnaire'],
    ['no title', { sections: [] }],
    ['a section without items', { title: words('T'), sections: [{ id: 's' }] }],
    ['a kind that does not exist', asked({ kind: 'slider', id: 'q', text: words('Q') })],
    ['an id with a space', asked({ kind: 'short_text', id: 'a b', text: words('Q') })],
    ['an id with a line break at its end', asked({ kind: 'short_text', id: 'a\n', text: words('Q') })],
    ['an id that begins with a digit', asked({ kind: 'short_text', id: '1a', text: words('Q') })],
    [
      'a property that does not exist',
      asked({ kind: 'short_text', id: 'q', text: words('Q'), required: true })
    ],
    ['a seventh language', asked({ kind: 'short_text', id: 'q', text: { standard: { de: 'Frage' } } })],
    ['a number past what a slot holds', asked(number('q', 0, 30_001))],
    ['a number below nought', asked(number('q', -1, 5))],
    ['half a bound', asked({ ...number('q', 0, 5), maximum: 4.5 })],
    [
      'a comparison that does not exist',
      asked({ ...number('q', 0, 5), showWhen: { question: 'q', compare: '!=', number: 1 } })
    ],
    ['a ranking of no places', asked({ ...choice('q'), kind: 'ranking', upTo: 0 })]
  ])('that is no questionnaire is told so with the place: %s', (_, value) => {
    const parsed = parseQuestionnaire(value)
    expect(parsed.ok).toBe(false)
    if (parsed.ok) return
    expect(parsed.problems.length).toBeGreaterThan(0)
    for (const { at, code, params } of parsed.problems) {
      expect(code).toBe('check.form')
      expect(at).toMatch(/^\//)
      expect(String(params?.['reason'])).not.toBe('')
    }
  })

  it('may call a question __proto__ without harm', () => {
    const parsed = parseQuestionnaire(
      JSON.parse(JSON.stringify(asked({ kind: 'short_text', id: '__proto__', text: words('Q') })))
    )
    expect(parsed.ok && check(parsed.value, ['en'])).toEqual([])
  })
})

function asked(item: unknown): unknown {
  return { title: words('T'), sections: [{ id: 's', items: [item] }] }
}
