import type { Language } from '#locales'
import { longColumns, longRows, type LongRow } from '../open-data/long-form.ts'
import { trendsOf, type Link } from './trends.ts'
import type { Comparability, Wave } from './wave.ts'

/** A row of the long form, and how its wave stands to the one before it that asked the question. */
export type TrendRow = LongRow & { readonly comparison: Link['kind'] }

/** The names of the columns, those of a release first. */
export const trendColumns = [...longColumns, 'comparison'] as const satisfies readonly (keyof TrendRow)[]

/**
 * What was printed for all respondents in every wave, question by question and in the order of time: rows of the
 * releases as they are. @param waves in the order of time
 */
export function* trendRows(
  waves: readonly Wave[],
  words: readonly Comparability[],
  language: Language
): Generator<TrendRow> {
  const rows = waves.map(({ release }) => [...longRows(release, language)].filter(row => row.group === ''))
  for (const { points } of trendsOf(waves, words)) {
    for (const { wave, question, link } of points) {
      const own = (rows[wave] ?? []).filter(row => row.question_id === question.id)
      for (const row of own) yield { ...row, comparison: link.kind }
    }
  }
}
