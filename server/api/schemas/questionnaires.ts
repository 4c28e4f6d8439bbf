import Type from 'typebox'
import { ProfileName, Questionnaire as Frozen } from '#surveys'
import type { Made } from '../made.ts'
import { Code, LanguageCode, Sha256, Slug, strict } from './facts.ts'

/** Words, and the easy ones for readers of 8 to 12 where they differ. */
const worded = { text: Type.String(), easyText: Type.Union([Type.String(), Type.Null()]) }
const Worded = Type.Object(worded, strict)
const MaybeWorded = Type.Union([Worded, Type.Null()])
const { showWhen } = Frozen.properties.sections.items.properties

export const CodeWithText = Type.Object(
  { code: Type.String(), ...worded },
  { ...strict, description: 'A code as it stands in tables, in words.' }
)

export const Item = Type.Object(
  {
    id: Code,
    kind: Type.Enum(['single', 'multiple', 'scale', 'ranking', 'number', 'short_text', 'long_text', 'note']),
    ...worded,
    hint: MaybeWorded,
    unit: MaybeWorded,
    showWhen,
    sensitive: Type.Boolean({ description: 'Never shown by two breakdowns, never live.' }),
    profile: Type.Union([ProfileName, Type.Null()]),
    codes: Type.Array(CodeWithText, {
      description: 'What tables count; empty for open questions and notes.'
    }),
    extras: Type.Array(
      Type.Object(
        { code: Type.String(), kind: Type.Enum(['top2', 'first']), of: Type.Array(Type.String()) },
        strict
      ),
      {
        description:
          'What tables count beside single answers: the two highest points of a scale, first choices.'
      }
    )
  },
  { ...strict, description: 'A question, or a paragraph between questions.' }
)

export const Questionnaire = Type.Object(
  {
    consultation: Slug,
    version: Type.Object({ number: Type.Integer({ minimum: 1 }), hash: Sha256 }, strict),
    language: LanguageCode,
    title: Worded,
    introduction: MaybeWorded,
    sections: Type.Array(
      Type.Object({ id: Code, title: MaybeWorded, showWhen, items: Type.Array(Item) }, strict)
    ),
    states: Type.Array(CodeWithText, { description: 'The ways not to have answered, and "not given".' })
  },
  { ...strict, description: 'What is asked, in one language, as it was frozen when the consultation opened.' }
)
export type Questionnaire = Made<typeof Questionnaire>
export type CodeWithText = Made<typeof CodeWithText>
export type Item = Made<typeof Item>
