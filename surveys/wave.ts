import { referencesOf } from './conditions.ts'
import { isQuestion, type Condition, type Questionnaire } from './questionnaire.ts'
import { isSameQuestion, rewordingsOf, type Asked, type Rewording } from './rewording.ts'
import { joined } from './shape.ts'

/** What became of a question from one wave to another. */
export type Lineage =
  | { readonly question: string; readonly outcome: 'same' | 'new' | 'gone' }
  | {
      readonly question: string
      readonly outcome: 'reworded'
      /** What differs; at least one. */
      readonly changes: readonly Rewording[]
    }

/**
 * What became of every question from one version to another. A question that keeps its id and is counted differently
 * is told twice: the old one is gone, the new one new.
 *
 * @returns the questions of the later version in the order of its form, then those that are gone, in theirs
 */
export function lineagesOf(earlier: Questionnaire, later: Questionnaire): readonly Lineage[] {
  const before = askedIn(earlier)
  const kept = new Map<string, Lineage>()
  const told = [...askedIn(later)].map(([id, asked]): Lineage => {
    const lineage = lineageOf(before.get(id), asked, kept)
    if (lineage.outcome !== 'new') kept.set(id, lineage)
    return lineage
  })
  const gone = [...before.keys()].filter(id => !kept.has(id))
  return [...told, ...gone.map((question): Lineage => ({ question, outcome: 'gone' }))]
}

function askedIn({ sections }: Questionnaire): ReadonlyMap<string, Asked> {
  return new Map(
    sections.flatMap(section =>
      section.items
        .filter(isQuestion)
        .map((question): [string, Asked] => [
          question.id,
          { question, showWhen: joined(section.showWhen, question.showWhen) }
        ])
    )
  )
}

/** @param kept what became of the questions before it that are the same or reworded */
function lineageOf(before: Asked | undefined, after: Asked, kept: ReadonlyMap<string, Lineage>): Lineage {
  const { id } = after.question
  if (before === undefined || !isSameQuestion(before.question, after.question))
    return { question: id, outcome: 'new' }
  const changes = rewordingsOf(before, after)
  // The same condition on a question that was asked differently lets other people through.
  const routed =
    changes.includes('routing') || !dependsOnTheSame(after.showWhen, kept) ? ['routing' as const] : []
  const all = [...changes.filter(change => change !== 'routing'), ...routed]
  return all.length === 0
    ? { question: id, outcome: 'same' }
    : { question: id, outcome: 'reworded', changes: all }
}

function dependsOnTheSame(condition: Condition | undefined, kept: ReadonlyMap<string, Lineage>): boolean {
  if (condition === undefined) return true
  return referencesOf(condition).every(question => kept.get(question)?.outcome === 'same')
}
