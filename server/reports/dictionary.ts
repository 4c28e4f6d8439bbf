import { longColumns, type Release } from '#analytics'

const meanings: Readonly<Record<(typeof longColumns)[number], string>> = {
  wave: 'Short name of the consultation.',
  version: 'Number of the frozen questionnaire.',
  question_id: 'Id of the question; the same in all languages.',
  question_text: 'The question as it was asked.',
  option_code: 'Code of the answer, or dk (did not know), pns (preferred not to say), skipped, not_shown.',
  option_text: 'The answer in words.',
  group: 'Breakdown question, two of them joined by *; empty for all respondents.',
  group_value:
    'Code of the group, two of them joined by *, not_given for no answer; empty for all respondents. How many respondents a group has, whatever they answered, stands on the page of results and not here.',
  n: 'How many respondents, after small random changes; empty where it is hidden or top-coded.',
  base: 'How many answered the question in this group, after small random changes; empty where hidden.',
  percent: 'n as a whole percentage of base; where status is t, this or more; empty where there is none.',
  status:
    'Empty: plain. c: hidden because it is small or zero. t: top-coded. low: base of 50 to 99. x: base below 50.',
  lang: 'Language of the texts.'
}
const integers: readonly string[] = ['version', 'n', 'base', 'percent']

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
    licence: { name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/' },
    fields: longColumns.map(name => ({
      name,
      type: integers.includes(name) ? 'integer' : 'string',
      description: meanings[name]
    })),
    missingValues: ['']
  }
}
