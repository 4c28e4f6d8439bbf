/** The small door, for the respondent's script: nothing behind it holds a schema. */
export type { Answer, Answers, Given } from './answers.ts'
export { holds } from './conditions.ts'
export { limitOf, lengthInGraphemes } from './kinds/text-reading.ts'
export type { Problem, Parsed } from './problem.ts'
export { read } from './reading.ts'
export { walk } from './route.ts'
export type { ChoiceShape, NumberShape, Shape, TextShape } from './shape.ts'
