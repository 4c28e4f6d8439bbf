import { isLanguage, type Language } from '#locales'
import { findRelease, type StoredRelease } from '../releases/store.ts'
import { Mistake } from './mistake.ts'
import { consultationNamed, type Session } from './session.ts'

/** The release a command was asked for. @throws Mistake where there is none yet, or none with that number */
export async function releaseNamed(
  session: Session,
  slug: string,
  number: number | undefined
): Promise<StoredRelease> {
  await consultationNamed(session, slug)
  const found = await findRelease(session.database.db, slug, number)
  if (found !== undefined) return found
  const code = number === undefined ? 'release.none' : 'release.unknown'
  throw new Mistake([{ at: slug, code, params: { slug, number: number ?? 0 } }])
}

/** The language a command was asked for; the consultation's first where none was. */
export function languageOf({ release }: StoredRelease, given: string | undefined): Language {
  const { languages, slug } = release.consultation
  const language = given ?? languages[0]
  if (isLanguage(language) && languages.includes(language)) return language
  const params = { language: given ?? '', slug, languages: languages.join(', ') }
  throw new Mistake([{ at: '--language', code: 'consultation.notInLanguage', params }])
}
