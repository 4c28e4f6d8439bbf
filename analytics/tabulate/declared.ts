import { languages, type Language } from '#locales'
import type { Codebook, Slot } from '#surveys'
import { columnOf, totalKey, type CodedResponses } from '../responses.ts'
import type { Table } from '../table.ts'

/**
 * The name under which something that respondents declared without a question stands in a table. No question can have
 * such an id: it begins with a colon.
 */
export function declaredName(what: string): string {
  return `:${what}`
}

/** Whether a table counts what everybody declared: then nobody skipped it, and its base is everybody. */
export function isDeclared(question: string): boolean {
  return question.startsWith(':')
}

/**
 * True counts of what respondents declared without a question, for all of them: the language they answered in.
 * The class of channel through which they came will be a slot like it, and then one line here.
 *
 * @param spoken the languages of the consultation: the others can have no answers, and a hidden number would look like
 *   a secret; with one language alone there is nothing to tell
 */
export function declaredTables(
  codebook: Codebook,
  responses: CodedResponses,
  spoken: readonly Language[]
): readonly Table[] {
  const offered = languages
    .map((code, value) => ({ code, value }))
    .filter(({ code }) => spoken.includes(code))
  return offered.length < 2
    ? []
    : [tableOf(declaredName('language'), codebook.languageSlot, offered, responses)]
}

function tableOf(
  question: string,
  slot: Slot,
  options: readonly { readonly code: string; readonly value: number }[],
  responses: CodedResponses
): Table {
  const { column, offset } = columnOf(responses, slot)
  const counts = new Uint32Array(slot.maximum + 1)
  for (const coded of column) counts[coded - offset] = (counts[coded - offset] ?? 0) + 1
  const key = totalKey(responses)
  const chosen = options.map(({ value }) => counts[value] ?? 0)
  const all = {
    values: [],
    size: responses.count,
    key,
    answered: responses.count,
    answeredKey: key,
    chosen,
    extra: [],
    states: { dk: 0, pns: 0, skipped: 0, not_shown: 0 }
  }
  return { question, by: [], codes: options.map(({ code }) => code), extras: [], columns: [all] }
}
