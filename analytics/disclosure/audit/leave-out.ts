import type { LeftOut } from '../../release.ts'
import type { PrintedTable } from '../../table.ts'
import { audit, type AuditFinding, type AuditProgress } from './audit.ts'
import type { PublishedBefore, ToAudit } from './published.ts'

export type ToLeaveOut<T extends PrintedTable> = Omit<ToAudit, 'releases' | 'questions'> & {
  readonly responses: number
  /** The tables that are to be published. */
  readonly tables: readonly T[]
  readonly earlier: readonly PublishedBefore[]
}

export type Audited<T> = { readonly tables: readonly T[]; readonly leftOut: readonly LeftOut[] }

/**
 * The tables in which the audit finds nothing. What it names is left out whole, and with a table those that split it
 * further; then it looks again, because without a table another may tell more. Ends, because every turn leaves out one
 * table at least. Yields how far the turn is.
 */
export function* leaveOut<T extends PrintedTable>(
  input: ToLeaveOut<T>
): Generator<AuditProgress, Audited<T>> {
  const { questionnaire, policy, responses, earlier } = input
  let tables = input.tables
  let questions: readonly string[] | undefined
  for (;;) {
    const releases = [...earlier, { responses, tables }]
    const found = yield* audit({ questionnaire, policy, releases, ...(questions && { questions }) })
    const left = tables.filter(table => !found.some(finding => isNamed(table, finding)))
    if (left.length === tables.length) break
    questions = [...new Set(found.map(({ question }) => question))]
    tables = left
  }
  const kept = new Set<PrintedTable>(tables)
  const leftOut = input.tables.filter(table => !kept.has(table)).map(({ question, by }) => ({ question, by }))
  return { tables, leftOut }
}

function isNamed({ question, by }: PrintedTable, finding: AuditFinding): boolean {
  return question === finding.question && finding.by.every(one => by.includes(one))
}
