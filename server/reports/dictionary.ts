import { longColumns, type Release } from '#analytics'
import { columnText, integerColumns } from '../open-data/columns.ts'
import { licence } from '../open-data/licence.ts'

/** What the columns of the CSV mean, as a Table Schema with the release's own facts (Frictionless Data). */
export function dictionaryOf(release: Release, hash: string): object {
  return {
    $schema: 'https://specs.frictionlessdata.io/schemas/table-schema.json',
    title: `${release.consultation.slug}, release ${release.number}`,
    release: {
      number: release.number,
      releasedOn: release.releasedOn,
      sha256: hash,
      previous: release.previous
    },
    demonstration: release.consultation.demonstration,
    responses: release.responses,
    // Cards or seats, and how many of them came; not there in older releases.
    ...(release.entry && { entry: release.entry }),
    // Open questions have no row in the CSV: how many wrote something, empty where it is hidden.
    written: release.written.map(({ question, count }) => ({ question, n: count.n, status: count.status })),
    policy: release.policy,
    licence: { name: licence.name, path: licence.path },
    fields: longColumns.map(name => ({
      name,
      type: integerColumns[name] === undefined ? 'string' : 'integer',
      description: columnText(release, name, 'en')
    })),
    missingValues: ['']
  }
}
