import type { AnyRelease } from '#analytics'

/**
 * What a file made from a release is called when it is downloaded. That of a demonstration says so: a CSV or a picture
 * has no other place to say that its numbers are made up.
 *
 * @param ending what tells it from the other files of the release, such as `en.csv`
 */
export function downloadName({ consultation, number }: AnyRelease, ending: string): string {
  const mark = consultation.demonstration ? 'demonstration-' : ''
  return `${mark}${consultation.slug}-${number}-${ending}`
}
