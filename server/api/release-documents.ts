import { isLive, type AnyRelease } from '#analytics'
import { addresses } from '#views'
import type { AnyStoredRelease } from '../releases/store.ts'
import { at } from './addresses.ts'
import type { ReleaseSummary, Table, TableList } from './schemas/releases.ts'

/** What tells a release from every other. */
export function identityOf({ release, hash }: AnyStoredRelease) {
  return {
    consultation: release.consultation.slug,
    release: release.number,
    kind: kindOf(release),
    sha256: hash
  }
}

function kindOf(release: AnyRelease): 'final' | 'live' {
  return isLive(release) ? 'live' : 'final'
}

export function summaryOf(stored: AnyStoredRelease): ReleaseSummary {
  const { number, releasedOn, responses, previous, consultation } = stored.release
  const { slug, languages } = consultation
  return {
    ...identityOf(stored),
    releasedOn,
    responses,
    previous,
    links: {
      self: at.release(slug, number),
      tables: at.tables(slug, number),
      pages: languages.map(language => addresses.release(language, slug, number))
    }
  }
}

export function tableListOf(stored: AnyStoredRelease): TableList {
  const { release } = stored
  const { number, consultation } = release
  return {
    ...identityOf(stored),
    items: tablesIn(release).map(({ question, by }) => ({
      question,
      by,
      links: { self: at.table(consultation.slug, number, question, by) }
    })),
    written: isLive(release) ? [] : release.written
  }
}

/** The table of a question by exactly these breakdowns, in whatever order they are named. */
export function tableOf(
  stored: AnyStoredRelease,
  question: string,
  by: readonly string[]
): Table | undefined {
  const table = tablesIn(stored.release).find(isNamed(question, by))
  return table && { ...identityOf(stored), ...table }
}

/** Why a release has no such table: one that was left out is not one that nobody ever meant to print. */
export function whyNoTable(release: AnyRelease, question: string, by: readonly string[]): string {
  const leftOut = isLive(release) ? [] : (release.leftOut ?? [])
  return leftOut.some(isNamed(question, by))
    ? 'This table was left out to protect respondents.'
    : 'The release has no such table; the address ending in /tables lists those it has.'
}

/** Whether a table is of that question and by those, in whatever order they are named. */
function isNamed(question: string, by: readonly string[]) {
  const wanted = by.toSorted().join()
  return (each: { readonly question: string; readonly by: readonly string[] }): boolean =>
    each.question === question && each.by.toSorted().join() === wanted
}

/** Live tables are for all respondents, and say so like the others. */
function tablesIn(release: AnyRelease) {
  return isLive(release) ? release.tables.map(table => ({ ...table, by: [] })) : release.tables
}
