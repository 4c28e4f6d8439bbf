import Type, { type Static } from 'typebox'

/** One text in some or all of the six languages. Which languages must be there is `check`'s business. */
export const Words = Type.Object(
  {
    ar: Type.Optional(Type.String()),
    zh: Type.Optional(Type.String()),
    en: Type.Optional(Type.String()),
    fr: Type.Optional(Type.String()),
    ru: Type.Optional(Type.String()),
    es: Type.Optional(Type.String())
  },
  { additionalProperties: false }
)
export type Words = Static<typeof Words>

/** A text of the questionnaire: the standard words, and easy words for readers of 8 to 12 where they differ. */
export const Wording = Type.Object(
  { standard: Words, easy: Type.Optional(Words) },
  { additionalProperties: false }
)
export type Wording = Static<typeof Wording>

/** A code is what is stored and compared; it is never translated, renamed or used again for something else. */
export const Code = Type.String({ pattern: '^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$' })

/** The id of a question, a note or a section: a code that begins with a letter or an underscore. */
export const Id = Type.String({ pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,63}$' })

/** The largest whole number a slot of a response holds; see codebook.ts. */
export const largestNumber = 30_000

export const Condition = Type.Cyclic(
  {
    Condition: Type.Union([
      Type.Object({ all: Type.Array(Type.Ref('Condition')) }, { additionalProperties: false }),
      Type.Object({ any: Type.Array(Type.Ref('Condition')) }, { additionalProperties: false }),
      Type.Object({ not: Type.Ref('Condition') }, { additionalProperties: false }),
      Type.Object({ question: Id, selected: Code }, { additionalProperties: false }),
      Type.Object({ question: Id, answered: Type.Literal(true) }, { additionalProperties: false }),
      Type.Object(
        {
          question: Id,
          compare: Type.Union([
            Type.Literal('='),
            Type.Literal('<'),
            Type.Literal('<='),
            Type.Literal('>'),
            Type.Literal('>=')
          ]),
          number: Type.Number()
        },
        { additionalProperties: false }
      )
    ])
  },
  'Condition'
)

/**
 * When something is shown: a tree over earlier answers.
 * `selected` also takes `dk` and `pns`; `compare` is about whole-number questions and false without an answer.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly question: string; readonly selected: string }
  | { readonly question: string; readonly answered: true }
  | { readonly question: string; readonly compare: Comparison; readonly number: number }

export type Comparison = '=' | '<' | '<=' | '>' | '>='

export const Option = Type.Object(
  {
    code: Code,
    text: Wording,
    /** In a multiple choice: cannot stand beside another option ("None of these"). */
    exclusive: Type.Optional(Type.Literal(true))
  },
  { additionalProperties: false }
)
export type Option = Static<typeof Option>

/** The standard background questions, with codes that never change; see profile.ts. */
export const ProfileName = Type.Union([
  Type.Literal('age_band'),
  Type.Literal('gender'),
  Type.Literal('country'),
  Type.Literal('region'),
  Type.Literal('disability'),
  Type.Literal('setting')
])
export type ProfileName = Static<typeof ProfileName>

const shown = {
  id: Id,
  text: Wording,
  showWhen: Type.Optional(Type.Unsafe<Condition>(Condition))
}

const asked = {
  ...shown,
  hint: Type.Optional(Wording),
  /** Never shown by two breakdowns, never live. */
  sensitive: Type.Optional(Type.Literal(true)),
  /** For the authors only: why it is asked, where it comes from. */
  note: Type.Optional(Type.String())
}

/** "I do not know" and "I prefer not to say" stand under every closed question unless switched off here. */
const closed = {
  ...asked,
  profile: Type.Optional(ProfileName),
  dontKnow: Type.Optional(Type.Literal(false)),
  preferNotToSay: Type.Optional(Type.Literal(false))
}

const strict = { additionalProperties: false }
const Options = Type.Array(Option)

export const SingleQuestion = Type.Object(
  { kind: Type.Literal('single'), ...closed, options: Options },
  strict
)
export const ScaleQuestion = Type.Object(
  {
    kind: Type.Literal('scale'),
    ...closed,
    options: Options,
    /** Where the high end of the scale stands; with the last options unless it is said. */
    top: Type.Optional(Type.Literal('first'))
  },
  strict
)
export const MultipleQuestion = Type.Object(
  {
    kind: Type.Literal('multiple'),
    ...closed,
    options: Options,
    atMost: Type.Optional(Type.Integer({ minimum: 1 }))
  },
  strict
)
export const RankingQuestion = Type.Object(
  { kind: Type.Literal('ranking'), ...closed, options: Options, upTo: Type.Integer({ minimum: 1 }) },
  strict
)
export const NumberQuestion = Type.Object(
  {
    kind: Type.Literal('number'),
    ...closed,
    minimum: Type.Integer({ minimum: 0, maximum: largestNumber }),
    maximum: Type.Integer({ minimum: 0, maximum: largestNumber }),
    unit: Type.Optional(Wording)
  },
  strict
)
const open = {
  ...asked,
  /** Longest answer, in graphemes as a person counts characters; `defaultLimits` where it is not given. */
  atMost: Type.Optional(Type.Integer({ minimum: 1, maximum: 4000 }))
}
export const ShortTextQuestion = Type.Object({ kind: Type.Literal('short_text'), ...open }, strict)
export const LongTextQuestion = Type.Object({ kind: Type.Literal('long_text'), ...open }, strict)

export const Question = Type.Union([
  SingleQuestion,
  MultipleQuestion,
  ScaleQuestion,
  RankingQuestion,
  NumberQuestion,
  ShortTextQuestion,
  LongTextQuestion
])
export type SingleQuestion = Static<typeof SingleQuestion>
export type ScaleQuestion = Static<typeof ScaleQuestion>
export type MultipleQuestion = Static<typeof MultipleQuestion>
export type RankingQuestion = Static<typeof RankingQuestion>
export type NumberQuestion = Static<typeof NumberQuestion>
export type TextQuestion = Static<typeof ShortTextQuestion> | Static<typeof LongTextQuestion>
export type Question = Static<typeof Question>
/** A question whose answers are codes or a whole number: it has slots, tables and the two ways not to answer. */
export type ClosedQuestion = Exclude<Question, TextQuestion>
export type ChoiceQuestion = Exclude<ClosedQuestion, NumberQuestion>

/** A paragraph between questions; nothing is asked. */
export const Note = Type.Object({ kind: Type.Literal('note'), ...shown }, strict)
export type Note = Static<typeof Note>

export const Section = Type.Object(
  {
    id: Id,
    title: Type.Optional(Wording),
    showWhen: Type.Optional(Type.Unsafe<Condition>(Condition)),
    items: Type.Array(Type.Union([Question, Note]))
  },
  strict
)
export type Section = Static<typeof Section>

/** What is asked. Frozen as a version when its consultation opens. */
export const Questionnaire = Type.Object(
  { title: Wording, introduction: Type.Optional(Wording), sections: Type.Array(Section) },
  strict
)
export type Questionnaire = Static<typeof Questionnaire>

/** Which words a reader gets; the edition is never stored with an answer. */
export type Edition = 'standard' | 'easy'

/** What stands under every closed question by itself or in tables; no option may carry these codes. */
export const reservedCodes: readonly string[] = ['dk', 'pns', 'skipped', 'not_shown', 'not_given', 'top2']

/** Every question in the order of the form, sections run together. */
export function questionsOf(questionnaire: Questionnaire): Question[] {
  return questionnaire.sections.flatMap(section => section.items.filter(isQuestion))
}

export function isQuestion(item: Question | Note): item is Question {
  return item.kind !== 'note'
}

export function isClosed(question: Question): question is ClosedQuestion {
  return question.kind !== 'short_text' && question.kind !== 'long_text'
}

export function isChoice(question: Question): question is ChoiceQuestion {
  return isClosed(question) && question.kind !== 'number'
}
