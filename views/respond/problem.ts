import { formatNumber, isolated, translator, type Language } from '#locales'
import type { Edition, Problem } from '#surveys'

/** What is wrong and how to put it right, as one sentence. */
export function problemSentence(
  { code, params = {} }: Problem,
  language: Language,
  edition: Edition = 'standard'
): string {
  const shown = Object.entries(params).map(([name, value]) => [name, shownParam(name, value, language)])
  return translator(language, edition)(`errors:${code}`, Object.fromEntries(shown))
}

function shownParam(name: string, value: string | number, language: Language): string | number {
  // `count` stays a number: it also picks the plural form.
  if (name === 'count') return value
  if (name === 'kind') return translator(language)(`errors:textKind.${value}`)
  if (typeof value === 'number') return formatNumber(value, language)
  // A place that the script fills with a number.
  return value.startsWith('%') ? value : isolated(value)
}
