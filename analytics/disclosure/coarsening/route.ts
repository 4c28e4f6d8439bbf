import {
  referencesOf,
  settled,
  shapesOf,
  stateCodes,
  unpack,
  type Answer,
  type Answers,
  type Codebook,
  type Condition,
  type Questionnaire
} from '#surveys'
import type { ProfileItem } from './profile.ts'

/** A closed question whose being shown depends on background answers. */
type Routed = { readonly at: number; readonly showWhen: Condition }

/**
 * What being asked a question or not says of the background answers that decided it. Once such an answer is taken out,
 * the rest of the response may still tell it: only the youngest are not asked about strategies.
 */
export type Route = {
  /** Ids of the background questions that some condition reads. */
  readonly reads: ReadonlySet<string>
  /** All that a response's route depends on beside its background answers; alike for responses that it says the same of. */
  seenIn(response: readonly number[]): string
  /**
   * What the route says of some background questions, once they count as not answered, the others being known.
   * '' where it says nothing; alike for responses of which it says the same.
   */
  says(response: readonly number[], unanswered: ReadonlySet<string>): string
  /** Whether the response could have come about with these answers in place of its own. */
  allows(response: readonly number[], changed: Answers): boolean
}

export function routeOf(
  questionnaire: Questionnaire,
  codebook: Codebook,
  items: readonly ProfileItem[]
): Route {
  const profile = items.map(({ question }) => question.id)
  const routed = routedBy(questionnaire, codebook, profile)
  const references = new Set(routed.flatMap(({ showWhen }) => referencesOf(showWhen)))
  const others = codebook.entries
    .filter(({ question }) => references.has(question.id) && !profile.includes(question.id))
    .flatMap(({ slots }) => slots)
  const isShown = (response: readonly number[], at: number): boolean => response[at] !== stateCodes.not_shown

  return {
    reads: new Set(profile.filter(id => references.has(id))),
    seenIn: response =>
      [...others.map(({ at }) => response[at]), ...routed.map(({ at }) => isShown(response, at))].join(),
    says(response, unanswered) {
      if (routed.length === 0 || unanswered.size === 0) return ''
      const known = new Map(unpack(codebook, response).answers)
      for (const id of unanswered) known.delete(id)
      const said = routed.flatMap(({ at, showWhen }) => {
        const left = settled(showWhen, known)
        const isAbout = typeof left !== 'boolean' && referencesOf(left).some(id => unanswered.has(id))
        return isAbout ? [[left, isShown(response, at)]] : []
      })
      return said.length === 0 ? '' : JSON.stringify(said)
    },
    allows(response, changed) {
      if (routed.length === 0) return true
      const answers = new Map<string, Answer>([...unpack(codebook, response).answers, ...changed])
      // What is left open depends on what was written, which no response holds: nothing contradicts it.
      return routed.every(({ at, showWhen }) => settled(showWhen, answers) !== !isShown(response, at))
    }
  }
}

function routedBy(questionnaire: Questionnaire, codebook: Codebook, profile: readonly string[]): Routed[] {
  const shapes = new Map(shapesOf(questionnaire).map(shape => [shape.id, shape.showWhen]))
  return codebook.entries.flatMap(({ question, slots: [slot] }): Routed[] => {
    const showWhen = shapes.get(question.id)
    if (showWhen === undefined || slot === undefined) return []
    return referencesOf(showWhen).some(id => profile.includes(id)) ? [{ at: slot.at, showWhen }] : []
  })
}
