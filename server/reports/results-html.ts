import type { Language } from '#locales'
import { addresses, resultsPage, type Renderer } from '#views'
import type { StoredRelease } from '../releases/store.ts'

/** A release's page of results as one HTML file. @param publicUrl where the page is published, if it is */
export function resultsHtmlOf(
  renderer: Renderer,
  { release, hash }: StoredRelease,
  language: Language,
  publicUrl: string | undefined
): string {
  const path = addresses.release(language, release.consultation.slug, release.number)
  const published = publicUrl === undefined ? {} : { publishedAt: publicUrl + path }
  return renderer.render(
    'results/release',
    resultsPage({ release, hash, language, standalone: true, ...published })
  )
}
