import fc from 'fast-check'
import {
  isClosed,
  questionsOf,
  type ClosedQuestion,
  type Condition,
  type Given,
  type Question,
  type Questionnaire
} from '#surveys'
import { options, words } from './sample-questionnaire.ts'

const kinds = ['single', 'scale', 'multiple', 'ranking', 'number', 'short_text', 'long_text'] as const

/** Any questionnaire that `check` has nothing against: every kind, sections, conditions on earlier questions. */
export const questionnaires: fc.Arbitrary<Questionnaire> = fc
  .tuple(
    fc.array(fc.record({ question: questionWithoutId(), startsSection: fc.boolean(), condition: wishes() }), {
      minLength: 1,
      maxLength: 12
    }),
    ids(12)
  )
  .map(([plans, names]) => build(plans, names))

/** What somebody may give to a questionnaire so that every answer on the route can be read. */
export function givenTo(questionnaire: Questionnaire): fc.Arbitrary<Given> {
  const pairs = questionsOf(questionnaire).map(question =>
    valuesFor(question).map((values): readonly [string, readonly string[]] => [question.id, values])
  )
  return fc.tuple(...pairs).map(entries => new Map(entries))
}

/** Anything that can arrive for the questions of a form, and for questions it does not have. */
export function anythingGivenTo(questionnaire: Questionnaire): fc.Arbitrary<Given> {
  const questions = questionsOf(questionnaire)
  const id = fc.oneof(fc.constantFrom(...questions.map(question => question.id)), naughtyText)
  const codes = questions.flatMap(question =>
    'options' in question ? question.options.map(option => option.code) : []
  )
  const value = fc.oneof(naughtyText, fc.constantFrom('dk', 'pns', 'skipped', '3', ...codes))
  return fc
    .array(fc.tuple(id, fc.array(value, { maxLength: 5 })), { maxLength: 30 })
    .map(entries => new Map(entries))
}

/** Strings as attackers, keyboards and broken programs make them: lone surrogates, NUL, marks that turn text round. */
export const naughtyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'hasOwnProperty',
    '',
    ' ',
    '\u0000',
    '\ud800',
    'a\udfffb',
    '\u202ekcab\u202c',
    '\u200f12\u200e',
    'e\u0301',
    'a\u0000\u0301',
    '\ufeff',
    '٣',
    '１２',
    '-0',
    '1e9',
    '999999999999',
    '{{name}}',
    '$t(chrome:name)',
    '👩‍👩‍👧‍👦'
  ),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map(units => String.fromCharCode(...units)),
  fc.string({ unit: 'grapheme' })
)

type WithoutId = Question extends infer Each ? (Each extends Question ? Omit<Each, 'id'> : never) : never
type Plan = {
  readonly question: WithoutId
  readonly startsSection: boolean
  readonly condition: Wish | undefined
}

/** A condition whose questions are still numbers, so that it can be told about any row of earlier questions. */
type Wish =
  | { readonly join: 'all' | 'any'; readonly parts: readonly Wish[] }
  | { readonly not: Wish }
  | { readonly atom: number; readonly which: number }

function questionWithoutId(): fc.Arbitrary<WithoutId> {
  const seeds = {
    kind: fc.constantFrom(...kinds),
    count: fc.integer({ min: 2, max: 40 }),
    one: fc.integer({ min: 0, max: 30_000 }),
    other: fc.integer({ min: 0, max: 30_000 }),
    bounded: fc.boolean(),
    dontKnow: fc.boolean(),
    preferNotToSay: fc.boolean()
  }
  return fc.record(seeds).map(({ kind, count, one, other, bounded, dontKnow, preferNotToSay }): WithoutId => {
    const text = words('Question')
    if (kind === 'short_text' || kind === 'long_text') {
      return { kind, text, ...(bounded && { atMost: 1 + (one % 40) }) }
    }
    const closed = {
      text,
      ...(dontKnow && { dontKnow: false as const }),
      ...(preferNotToSay && { preferNotToSay: false as const })
    }
    const list = options(count)
    switch (kind) {
      case 'single':
      case 'scale':
        return { kind, ...closed, options: list }
      case 'multiple': {
        const marked = list.map((option, index) =>
          index === other % (2 * count) ? { ...option, exclusive: true as const } : option
        )
        return { kind, ...closed, options: marked, ...(bounded && { atMost: 1 + (one % count) }) }
      }
      case 'ranking':
        return { kind, ...closed, options: list, upTo: 1 + (one % Math.min(count, 12)) }
      case 'number':
        return { kind, ...closed, minimum: Math.min(one, other), maximum: Math.max(one, other) }
    }
  })
}

function wishes(): fc.Arbitrary<Wish | undefined> {
  const { wish } = fc.letrec<{ wish: Wish }>(tie => ({
    wish: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.record({ atom: fc.nat(), which: fc.nat() }),
      fc.record({ not: tie('wish') }),
      fc.record({
        join: fc.constantFrom('all', 'any'),
        parts: fc.array(tie('wish'), { minLength: 1, maxLength: 3 })
      })
    )
  }))
  return fc.option(wish, { nil: undefined })
}

/** Different ids, some of which are names that every JavaScript object already has. */
function ids(count: number): fc.Arbitrary<string[]> {
  const taken = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a.b', 'a-b', 'A', 'a', '_']
  const plain = Array.from({ length: count }, (_, index) => `q${index}`)
  return fc.shuffledSubarray([...taken, ...plain], { minLength: count, maxLength: count })
}

function build(plans: readonly Plan[], names: readonly string[]): Questionnaire {
  const sections: { id: string; items: Question[] }[] = []
  const earlier: Question[] = []
  for (const [index, { question, startsSection, condition }] of plans.entries()) {
    const showWhen = condition === undefined ? undefined : conditionOver(earlier, condition)
    const item = { ...question, id: names[index] ?? '', ...(showWhen && { showWhen }) }
    if (startsSection || sections.length === 0) sections.push({ id: `section${sections.length}`, items: [] })
    sections.at(-1)?.items.push(item)
    earlier.push(item)
  }
  return { title: words('Any'), sections }
}

function conditionOver(earlier: readonly Question[], wish: Wish): Condition | undefined {
  if ('not' in wish) {
    const not = conditionOver(earlier, wish.not)
    return not && { not }
  }
  if ('join' in wish) {
    const parts = wish.parts.flatMap(part => conditionOver(earlier, part) ?? [])
    return parts.length === 0 ? undefined : wish.join === 'all' ? { all: parts } : { any: parts }
  }
  const question = earlier[wish.atom % Math.max(1, earlier.length)]
  return question && atomOn(question, wish.which)
}

function atomOn(question: Question, which: number): Condition {
  const selected = [
    ...declinesOf(question),
    ...('options' in question ? question.options.map(o => o.code) : [])
  ]
  const code = selected[which % (selected.length + 1)]
  if (code !== undefined) return { question: question.id, selected: code }
  if (question.kind !== 'number') return { question: question.id, answered: true }
  const compare = (['=', '<', '<=', '>', '>='] as const)[which % 5] ?? '='
  return { question: question.id, compare, number: which % 30_001 }
}

function declinesOf(question: Question): ('dk' | 'pns')[] {
  if (!isClosed(question)) return []
  return [
    ...(question.dontKnow === false ? [] : (['dk'] as const)),
    ...(question.preferNotToSay === false ? [] : (['pns'] as const))
  ]
}

function valuesFor(question: Question): fc.Arbitrary<string[]> {
  const nothing = [[], ...declinesOf(question).map(state => [state])]
  const values = isClosed(question) ? closedValues(question) : fc.string({ maxLength: 5 }).map(text => [text])
  const short = fc.constant<string[]>(['a'])
  const readable = isClosed(question) || (question.atMost ?? 40) >= 5 ? values : short
  return fc.oneof({ weight: 1, arbitrary: fc.constantFrom(...nothing) }, { weight: 3, arbitrary: readable })
}

function closedValues(question: ClosedQuestion): fc.Arbitrary<string[]> {
  if (question.kind === 'number') {
    return fc.integer({ min: question.minimum, max: question.maximum }).map(number => [String(number)])
  }
  const all = question.options.map(option => option.code)
  if (question.kind === 'single' || question.kind === 'scale')
    return fc.constantFrom(...all.map(code => [code]))
  if (question.kind === 'ranking') {
    return fc.shuffledSubarray(all, { minLength: 1, maxLength: question.upTo })
  }
  const together = question.options.filter(option => !option.exclusive).map(option => option.code)
  const maxLength = Math.min(question.atMost ?? all.length, together.length)
  const alone = question.options.filter(option => option.exclusive).map(option => [option.code])
  const several = fc.shuffledSubarray(together, { minLength: 1, maxLength })
  return alone.length === 0 ? several : fc.oneof({ weight: 4, arbitrary: several }, fc.constantFrom(...alone))
}
