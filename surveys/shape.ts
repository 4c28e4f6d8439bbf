import type { Condition, Question, Questionnaire } from './questionnaire.ts'

/**
 * What has to be known of a question to read and to route its answers, without any of its texts: the server takes
 * it from a questionnaire, the respondent's script from the page, and both hand it to the same functions.
 */
export type Shape = ClosedShape | TextShape
export type ClosedShape = ChoiceShape | NumberShape

type Routed = { readonly id: string; readonly showWhen?: Condition }
type Closed = { readonly dontKnow?: false; readonly preferNotToSay?: false }

export type OptionShape = { readonly code: string; readonly exclusive?: true }
export type ChoiceShape = Routed &
  Closed & {
    readonly kind: 'single' | 'scale' | 'multiple' | 'ranking'
    readonly options: readonly OptionShape[]
    /** Multiple choice: how many may be ticked. */
    readonly atMost?: number
    /** Ranking: how many may be put in order. */
    readonly upTo?: number
  }
export type NumberShape = Routed &
  Closed & { readonly kind: 'number'; readonly minimum: number; readonly maximum: number }
export type TextShape = Open & ({ readonly kind: 'short_text' } | { readonly kind: 'long_text' })
type Open = Routed & { readonly atMost?: number }

/** The shapes of all questions in order; a section's condition is joined to that of each of its questions. */
export function shapesOf(questionnaire: Questionnaire): Shape[] {
  return questionnaire.sections.flatMap(section =>
    section.items.flatMap(item =>
      item.kind === 'note' ? [] : [shapeOf(item, joined(section.showWhen, item.showWhen))]
    )
  )
}

/** Both conditions as one; none where there is neither. */
export function joined(outer: Condition | undefined, inner: Condition | undefined): Condition | undefined {
  if (outer === undefined || inner === undefined) return outer ?? inner
  return { all: [outer, inner] }
}

function shapeOf(question: Question, showWhen: Condition | undefined): Shape {
  const routed = { id: question.id, ...(showWhen && { showWhen }) }
  if (question.kind === 'short_text' || question.kind === 'long_text') {
    return {
      ...routed,
      kind: question.kind,
      ...(question.atMost !== undefined && { atMost: question.atMost })
    }
  }
  const closed = {
    ...routed,
    ...(question.dontKnow === false && { dontKnow: question.dontKnow }),
    ...(question.preferNotToSay === false && { preferNotToSay: question.preferNotToSay })
  }
  if (question.kind === 'number') {
    return { ...closed, kind: 'number', minimum: question.minimum, maximum: question.maximum }
  }
  const options = question.options.map(({ code, exclusive }) => ({ code, ...(exclusive && { exclusive }) }))
  const atMost = question.kind === 'multiple' ? question.atMost : undefined
  const upTo = question.kind === 'ranking' ? question.upTo : undefined
  return {
    ...closed,
    kind: question.kind,
    options,
    ...(atMost !== undefined && { atMost }),
    ...(upTo !== undefined && { upTo })
  }
}
