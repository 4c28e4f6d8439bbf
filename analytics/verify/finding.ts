/**
 * Something that is not as it should be. `rule` is what was broken; the words that go with it stand where they are
 * printed. What is `wrong` cannot come from this programme; a `note` is worth knowing and may be right.
 */
export type Finding = {
  readonly weight: 'wrong' | 'note'
  readonly rule: Rule
  /** Where: a table and its group, a line of a file, or the release as a whole. */
  readonly at: string
  readonly params: Readonly<Record<string, string | number>>
}

export type Rule =
  | 'notJson'
  | 'notRelease'
  | 'notCanonical'
  | 'questionnaireHash'
  | 'weakPolicy'
  | 'tooFewResponses'
  | 'unplannedTable'
  | 'doubledTable'
  | 'codes'
  | 'ways'
  | 'places'
  | 'doubledGroup'
  | 'unknownGroup'
  | 'wholeSize'
  | 'aboveWhole'
  | 'belowThreshold'
  | 'unmarked'
  | 'halfHidden'
  | 'share'
  | 'beside'
  | 'twoSizes'
  | 'shownAndHidden'
  | 'sizeAndCount'
  | 'pairWithoutParts'
  | 'smallCountry'
  | 'entry'
  | 'openQuestion'
  | 'liveQuestion'
  | 'liveThreshold'
  | 'liveTelling'
  | 'liveShare'
  | 'liveRenewed'
  | 'chainHash'
  | 'chainNumber'
  | 'chainGap'
  | 'chainSlug'
  | 'chainStep'
  | 'chainStart'
  | 'chainLive'
  | 'chainUnchanged'
  | 'columns'
  | 'rowsMissing'
  | 'rowsMore'
  | 'cell'
  | 'ownWords'

export function wrong(rule: Rule, at: string, params: Finding['params'] = {}): Finding {
  return { weight: 'wrong', rule, at, params }
}

export function note(rule: Rule, at: string, params: Finding['params'] = {}): Finding {
  return { weight: 'note', rule, at, params }
}

/** A table, and a group in it, as a person finds them. */
export function placeOf(
  { question, by }: { readonly question: string; readonly by: readonly string[] },
  values: readonly string[] = []
): string {
  if (by.length === 0) return question
  return `${question} by ${by.map((name, index) => (values[index] === undefined ? name : `${name}=${values[index]}`)).join(', ')}`
}
