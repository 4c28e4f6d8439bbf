import type { FileFinding } from '../verify/finding.ts'
import type { Verdict } from '../verify/verify.ts'
import { harmless } from './harmless.ts'

/** What was found, and what to do where that is not to take the file anew. Names in braces are filled in. */
const sentences: Readonly<Record<FileFinding['rule'], string>> = {
  damaged: 'this zip archive is cut off or damaged; load it again',
  encrypted: 'this zip archive is encrypted; packages are not',
  unpacksTooBig: 'this zip archive unpacks to far more than any package has; do not unpack it',
  doubledName:
    'two files in this archive have the same name, so that different programs would read different ones',
  strangeName:
    'a file in this archive has a name that no package has; do not unpack it, for it may lead out of its folder',
  empty: 'the file is empty',
  noRelease: 'there is no release.json in the package',
  noSums: 'the list of sums is missing',
  sumsUnreadable: 'this is no line of a list of sums, or names a file again',
  sumDiffers: 'the file was changed: its SHA-256 is {found}, the list has {expected}',
  fileMissing: 'the file is listed and not there',
  fileUnlisted: 'the file is not listed: somebody put it in',
  notUtf8: 'the file is not UTF-8',
  csvMissing: 'the data in this language are missing',
  csvUnreadable: 'this is no CSV in UTF-8',
  listDiffers: 'size or SHA-256 is not what the description of the package says',
  remade:
    'this text is not what this version of Earshot would write; another version wrote it, or somebody changed it. No number depends on it',
  otherHash: 'this is another release than the published one: its SHA-256 is {hash}, not {published}',
  notJson: 'this is neither a zip archive nor JSON; give a package.zip or a release.json',
  notRelease: 'this is no release: {place} {why}',
  notCanonical:
    'the release is not in its canonical form (RFC 8785), so its bytes are not those that were hashed',
  questionnaireHash: 'the questionnaire is not the one whose SHA-256 is stored ({stored})',
  weakPolicy: 'the policy stored with this release protects less than the usual one, in: {parts}',
  tooFewResponses: 'it is made of {responses} responses; there are no releases below {least}',
  unplannedTable: 'there must be no such table',
  doubledTable: 'the table is there twice',
  codes: 'the answers are not those of the question',
  ways: 'the ways not to answer are not those of the question',
  places: 'the places of the ranking are not those of the question',
  doubledGroup: 'the group is there twice',
  unknownGroup: 'there is no such group',
  wholeSize: 'all respondents are {size} here, and {responses} responses in the release',
  aboveWhole: '{n} is more than the {whole} it is a part of',
  belowThreshold: '{n} must be hidden: it is below {least}',
  unmarked: 'number and mark do not go together',
  halfHidden: 'the group is hidden, and yet something is printed of it',
  share: '{n} of {base} is printed as {found}; the rules give {expected}',
  beside: '{n} is more than the {whole} of which it is a part',
  twoSizes: 'the group has {n} here, and {otherN} in {other}',
  shownAndHidden: 'the group is printed in one table and hidden in another: {other}',
  sizeAndCount: 'the count {n} and the size of the same group, {size}, are not one number',
  pairWithoutParts: 'a pair is printed whose part is not: {part}',
  smallCountry: 'the country has {n}; it is a group from {least} on',
  entry: '{part} is {few}, more than {whole}, {all}',
  openQuestion: 'this is no question answered in own words',
  liveQuestion: 'this question must not be told live',
  liveThreshold: '{responses} is no number of responses at which there is a live release',
  liveTelling: 'a number where words are due, or something where nothing is',
  liveShare: 'no share that a live release can have',
  liveRenewed: 'it says that it was worked out in a release that comes later',
  chainHash: 'it does not hold the SHA-256 of release {number}: one of the two is not what was published',
  chainNumber: 'two files have this number',
  chainGap:
    'the release before it that is here is {last}; those between were not given, so the chain is not checked there',
  chainSlug: 'it is of another consultation than the one before it; check each consultation by itself',
  chainStep: '{responses} responses after {before}: two releases differ by none or by ten and more',
  chainStart: 'the first release holds the SHA-256 of none, and every other one that of the one before',
  chainLive: 'a live release after a final one',
  chainUnchanged: 'it says that it is unchanged, and is not what the release before had',
  columns: 'the columns are not these: {columns}',
  rowsMissing: '{lines} lines instead of {expected}',
  rowsMore: '{lines} lines instead of {expected}',
  cell: '{column} is “{found}”; the release gives “{expected}”',
  ownWords:
    'some words of ours, such as those for reasons not to answer, are put differently than this version of Earshot puts them; all numbers are right'
}

/** What was found in all files, as lines for the terminal. */
export function verdictLines({ ok, files, chain }: Verdict): string[] {
  return [
    ...files.flatMap(({ name, about, findings }) => [
      name,
      ...(about === undefined
        ? []
        : [
            short(
              `  release ${about.number} of ${about.slug}, ${about.releasedOn}: ${about.responses} responses${about.live ? ', live' : ''}`
            ),
            `  SHA-256 ${about.hash}`,
            `  before it ${about.previous ?? 'there is none'}`,
            `  checked: ${about.checked.join(', ')}`
          ]),
      ...findings.flatMap(findingLines)
    ]),
    ...(chain.length === 0 ? [] : ['The releases together', ...chain.flatMap(findingLines)]),
    ok
      ? files.length === 1
        ? 'Sound. That it is the one that was published, only its SHA-256 tells: compare it with the page of results, or give it with --hash.'
        : 'Sound, each by itself and all as a chain.'
      : 'NOT SOUND. Take the file anew from where it was published; if it is the same, tell whoever published it.'
  ]
}

/** One finding as lines for the terminal. What comes from the file is shown without what could steer a terminal. */
export function findingLines({ weight, rule, at, params }: FileFinding): string[] {
  const sentence = sentences[rule].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
  return [short(`  ${weight === 'wrong' ? 'WRONG' : 'note '}  ${at}: ${sentence}`)]
}

/** The longest line that is shown of a file. */
const longest = 400

function short(text: string): string {
  const plain = harmless(text)
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain
}
