import { compositionTables, weightingLines, type CompositionTable, type Release } from '#analytics'
import { translator, type Language } from '#locales'

/** Who took part: stands before the results. */
export type CompositionView = {
  readonly lead: string
  readonly tables: readonly CompositionTable[]
  /** Said once where no target was named at all; then the tables have no line of their own. */
  readonly note: string | null
  readonly weighting: readonly string[]
}

/** Null where respondents told nothing about themselves. */
export function compositionView(release: Release, language: Language): CompositionView | null {
  const tables = compositionTables(release, language)
  if (tables.length === 0) return null
  const t = translator(language)
  return {
    lead: t('composition:lead'),
    tables,
    note: release.target === undefined ? t('composition:noTargets') : null,
    weighting: weightingLines(release, language)
  }
}
