import { formatNumber, translator, type Language } from '#locales'
import type { AgeBand } from '#surveys'

/** An age band in words. */
export function bandText(band: AgeBand, language: Language): string {
  const t = translator(language)
  const ages = agesOf(band)
  if (ages === null) return t('respond:band.pns')
  const [from, until] = ages
  return t('respond:band.range', {
    from: formatNumber(from, language),
    until: formatNumber(until, language)
  })
}

/** The youngest and the oldest age that the bands take in; null where no band names an age. */
export function ageLimits(
  bands: readonly AgeBand[]
): { readonly youngest: number; readonly oldest: number } | null {
  const ages = bands.flatMap(band => agesOf(band) ?? [])
  return ages.length === 0 ? null : { youngest: Math.min(...ages), oldest: Math.max(...ages) }
}

function agesOf(band: AgeBand): readonly [number, number] | null {
  const [from, until] = band.split('_').map(Number)
  return from === undefined || until === undefined ? null : [from, until]
}
