import { reportOf, type Report } from '#analytics'
import type { Language } from '#locales'
import { exampleRelease } from './release.ts'

/** The document of an example release. */
export function exampleReport(language: Language, release = exampleRelease()): Report {
  return reportOf({ release, hash: 'ab12'.repeat(16), language, box: 'purpose' })
}

/** A picture of one grey point. */
export const examplePicture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='
