import type { Language } from '#locales'
import type { Example } from '../examples.ts'
import { countriesPage } from '../series/countries.ts'
import { seriesPage } from '../series/series.ts'
import { exampleRelease } from './release.ts'
import { exampleBeginning, exampleByCountry, exampleSeries } from './series.ts'

/** Waves beside each other, and countries. */
export function seriesPages(language: Language): readonly Example[] {
  return [
    { name: 'series', render: r => r.render('series', seriesPage(exampleSeries(language))) },
    {
      name: 'series, one wave so far',
      render: r => r.render('series', seriesPage(exampleBeginning(language)))
    },
    {
      name: 'countries',
      render: r => r.render('series/countries', countriesPage({ release: exampleByCountry(), language }))
    },
    {
      name: 'countries, nothing to compare',
      render: r => r.render('series/countries', countriesPage({ release: exampleRelease(), language }))
    }
  ]
}
