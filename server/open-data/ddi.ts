import type { AnyRelease } from '#analytics'
import { ddiOf } from '#surveys'
import { licence } from './licence.ts'

/** The questionnaire of a release for archives, as DDI-Codebook 2.5. */
export function ddiFor(release: AnyRelease, hash: string): string {
  const { consultation, version, number, releasedOn } = release
  const [first, ...others] = consultation.languages
  if (first === undefined) throw new RangeError('a consultation has a language')
  const { slug, demonstration, opensOn, closesOn } = consultation
  return ddiOf({
    questionnaire: version.questionnaire,
    languages: [first, ...others],
    slug,
    demonstration,
    opensOn,
    closesOn,
    version: { number: version.number, hash: version.hash },
    release: { number, releasedOn, hash },
    licence
  })
}
