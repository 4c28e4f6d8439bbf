import type { AnyRelease } from '#analytics'
import { verifyCommand } from './method-note.ts'
import { documentOf, verbatim } from './markdown.ts'

/** What is what in a package; in English, since the texts in each language say it again. */
export function readmeOf(release: AnyRelease, hash: string, names: readonly string[]): string {
  const { consultation, number, releasedOn, previous } = release
  const kinds: readonly (readonly [pattern: RegExp, what: string])[] = [
    [/^release\.json$/, 'The release itself, in the very bytes that were hashed (RFC 8785).'],
    [/^data\..*\.csv$/, 'Every printed number, one a line: UTF-8 with a byte order mark, a file a language.'],
    [/^codebook\./, 'What was asked of whom, and every code of the data.'],
    [/^method\./, 'How the numbers were made, what they do not say, how to check them, and the licence.'],
    [/^csv-metadata\.json$/, 'The columns for machines: CSV on the Web (W3C).'],
    [/^datapackage\.json$/, 'Every file for machines: Data Package (Frictionless Data).'],
    [/\.ddi\.xml$/, 'The questionnaire for archives: DDI-Codebook 2.5.'],
    [/^LICENCE/, 'What may be done with all of this.']
  ]
  return documentOf([
    `# ${consultation.slug}, release ${number} of ${releasedOn}`,
    ...(consultation.demonstration ? ['**Demonstration. The answers in this package are made up.**'] : []),
    [
      `- SHA-256 of the release: ${verbatim(hash)}`,
      `- SHA-256 of the release before: ${previous === null ? 'there is none' : verbatim(previous)}`
    ],
    kinds.flatMap(([pattern, what]) => {
      const found = names.filter(name => pattern.test(name))
      return found.length === 0 ? [] : [`- ${found.map(verbatim).join(', ')}: ${what}`]
    }),
    [
      `- ${verbatim('SHA256SUMS')}: the SHA-256 of every other file; ${verbatim('sha256sum --check SHA256SUMS')} compares.`
    ],
    `${verbatim(verifyCommand)} checks the package as a whole, without a database and without the internet.`
  ])
}
