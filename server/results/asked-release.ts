import { isLanguage, type Language } from '#locales'
import type { Directory } from '../consultations/directory.ts'
import { factsOf } from '../consultations/facts.ts'
import { isSlug } from '../consultations/slug.ts'
import { refused } from '../errors.ts'
import type { ReleaseReader, StoredRelease } from '../releases/store.ts'

/** The parts of an address that name a release; without a number it is the latest. */
export type ReleaseParams = { readonly language: string; readonly slug: string; readonly number?: string }

/** Finds the release of an address, in its language. @throws Refused when there is none */
export type FindAsked = (params: ReleaseParams) => Promise<readonly [StoredRelease, Language]>

export function askedReleases(findRelease: ReleaseReader, directory: Directory): FindAsked {
  return async ({ language, slug, number }) => {
    if (!isLanguage(language) || !isSlug(slug)) throw refused.notFound()
    const found = await findRelease(slug, number === undefined ? undefined : wholeNumber(number))
    if (found !== undefined && found.release.consultation.languages.includes(language))
      return [found, language]
    const consultation = await directory(slug)
    if (consultation === undefined || number !== undefined || found !== undefined) throw refused.notFound()
    const facts = factsOf(consultation)
    if (consultation.emptied === 'destroyed') throw refused.destroyed(facts)
    throw refused.noResultsYet(facts, consultation.live)
  }
}

/** The number of a release as an address writes it. @throws Refused for anything else */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw refused.notFound()
  return Number(text)
}
