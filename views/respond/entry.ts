import { translator, type Language } from '#locales'
import { codeLengths, type Edition, type Problem } from '#surveys'
import { addresses } from '../addresses.ts'
import { problemSentence } from './problem.ts'
import type { EntryData } from './entry-contract.ts'

/** How somebody comes in where not everyone may answer. */
export type Entry = {
  readonly access: 'cards' | 'room'
  readonly consultationId: string
  /** The public key that checks tokens: DER, SubjectPublicKeyInfo, hexadecimal. */
  readonly key: string
}

/** Where a script says what becomes of the code that was scanned; without one, what is needed to answer. */
export type EntryView = { readonly title: string; readonly text: string }

export function entryView(entry: Entry | null, language: Language, edition: Edition): EntryView | null {
  if (entry === null) return null
  const t = translator(language, edition)
  return { title: t(`entry:${entry.access}.title`), text: t(`entry:${entry.access}.text`) }
}

/** What the script of that place reads. */
export function entryData(entry: Entry, slug: string, language: Language, edition: Edition): EntryData {
  const t = translator(language, edition)
  const wrong = (code: string) =>
    problemSentence(
      { at: 'code', code: `code.${code}`, params: { length: lengthOf(entry) } },
      language,
      edition
    )
  return {
    slug,
    consultationId: entry.consultationId,
    key: entry.key,
    redeem: addresses.redeem(language, slug),
    texts: {
      checking: t('entry:checking'),
      accepted: t(`entry:${entry.access}.accepted`),
      again: t('entry:again'),
      offline: t('entry:offline'),
      otherKey: t(`entry:${entry.access}.otherKey`),
      cannot: t('entry:cannot')
    },
    wrong: Object.fromEntries(reasons.map(reason => [`code.${reason}`, wrong(reason)]))
  }
}

const reasons = ['empty', 'length', 'mistyped', 'unknown', 'used', 'void', 'full', 'busy', 'token'] as const

/** The box for a code, in the form. */
export type CodeView = {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly error: string | null
  readonly describedBy: string
}

export function codeView(
  entry: Entry | null,
  typed: string,
  problem: Problem | undefined,
  language: Language,
  edition: Edition
): CodeView | null {
  if (entry === null) return null
  const t = translator(language, edition)
  return {
    label: t(`entry:${entry.access}.label`),
    hint: t(`entry:${entry.access}.hint`),
    value: typed,
    error: problem === undefined ? null : problemSentence(problem, language, edition),
    describedBy: problem === undefined ? 'codeh' : 'codeh codee'
  }
}

/** Whether something is wrong with the code, and not with an answer. */
export function isOfCode({ code }: Problem): boolean {
  return code.startsWith('code.')
}

function lengthOf({ access }: Entry): number {
  return access === 'room' ? codeLengths.room : codeLengths.card
}
