import { believe } from './beliefs.ts'
import { likelihoodOf, type Likelihood } from './evidence.ts'
import type { Graph } from './graph.ts'
import { latticeOf } from './lattice.ts'
import { narrow } from './narrow.ts'
import { touched } from './open.ts'
import type { PublishedBefore, ToAudit } from './published.ts'
import { readQuestion, readSizes } from './read-releases.ts'
import { shapeOf, sizeShape } from './shape.ts'
import { isAsked, printedTwice, statementsIn, type Statement } from './statements.ts'
import { Contradiction } from './weights.ts'

export { publishedOf, type PublishedBefore, type PublishedShares, type ToAudit } from './published.ts'

/** A statement about a few people that readers of the releases could make and be nearly sure of. */
export type AuditFinding = Statement & {
  /** The table of the last release without which it could not be made. */
  readonly question: string
}

/** How many questions have been looked at, of how many. */
export type AuditProgress = { readonly done: number; readonly of: number }

/**
 * Attacks a release before it is published, as somebody would who knows the perturbation table and every number of this
 * and earlier releases, and beforehand thinks every count as likely as any other. Truth has no part in it: what is found
 * depends on what is printed alone.
 *
 * Yields after each question. @returns what was found, which may be more than once for one table; nothing if it may go
 */
export function* audit(input: ToAudit): Generator<AuditProgress, readonly AuditFinding[]> {
  const likelihood = likelihoodOf(input.policy)
  const last = input.releases.at(-1)
  const releases = input.releases.toSorted((a, b) => a.responses - b.responses)
  const sorted = { ...input, releases }
  const found: AuditFinding[] = []
  const sizes = attack(latticeOf(sizeShape, readSizes(sorted)), likelihood)
  for (const { question, by } of last?.tables ?? []) {
    found.push(...sizes.filter(one => one.by.join() === by.join()).map(one => ({ ...one, question })))
  }
  const questions = askedIn(last).filter(id => input.questions?.includes(id) ?? true)
  for (const [done, question] of questions.entries()) {
    const columns = releases.flatMap(({ tables }) =>
      tables.filter(table => table.question === question).flatMap(table => table.columns)
    )
    const shape = shapeOf(input.questionnaire, question, columns)
    const graph = latticeOf(shape, readQuestion(sorted, question, shape))
    found.push(...attack(graph, likelihood).map(one => ({ ...one, question })))
    yield { done: done + 1, of: questions.length }
  }
  return found
}

/** What the release tells something about. */
function askedIn(release: PublishedBefore | undefined): readonly string[] {
  const tables = release?.tables ?? []
  const shares = release?.shares?.map(({ table }) => table) ?? []
  return [...new Set([...tables, ...shares].map(({ question }) => question))]
}

function attack(graph: Graph, likelihood: Likelihood): readonly Statement[] {
  const found: Statement[] = [...printedTwice(graph)]
  try {
    narrow(graph, likelihood.reach)
    const news = touched(graph)
    const asked = graph.unknowns.map((unknown, index) => news[index] === true && isAsked(unknown))
    const wanted = (index: number): boolean => asked[index] === true
    for (const beliefs of believe(graph, likelihood, wanted)) {
      found.push(...statementsIn(graph, beliefs, wanted))
    }
    return found
  } catch (error) {
    if (error instanceof Contradiction) return [...found, { by: [], statement: 'contradiction', sure: 1 }]
    throw error
  }
}
