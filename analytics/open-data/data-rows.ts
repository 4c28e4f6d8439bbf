import type { Language } from '#locales'
import { isLive, type AnyRelease } from '../live/release.ts'
import { liveColumns, liveRows, type LiveRow } from './live-form.ts'
import { longColumns, longRows, type LongRow } from './long-form.ts'

export type DataColumn = (typeof longColumns)[number] | (typeof liveColumns)[number]

/** The columns in which the numbers of a release are handed out. */
export function dataColumns(release: AnyRelease): readonly DataColumn[] {
  return isLive(release) ? liveColumns : longColumns
}

/** Every number of a release, one a row. */
export function dataRows(release: AnyRelease, language: Language): Generator<LongRow | LiveRow> {
  return isLive(release) ? liveRows(release, language) : longRows(release, language)
}
