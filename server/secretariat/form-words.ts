import { eq } from 'drizzle-orm'
import { Check, Errors } from 'typebox/value'
import { formWordsOf, OwnFormWords, type FormWords } from '#analytics'
import { languages, type Language } from '#locales'
import type { Parsed } from '#surveys'
import type { Actor } from '../actor.ts'
import { note } from '../audit-log.ts'
import type { Db } from '../database/client.ts'
import { meetings } from '../database/schema.ts'
import type { StoredMeeting } from './meetings.ts'

/** The words of a meeting's documents in every language, its own where it has them: what a secretariat edits. */
export function allFormWords(meeting: StoredMeeting): Record<Language, FormWords> {
  const own = meeting.formWords
  return {
    ar: formWordsOf(meeting, own, 'ar'),
    zh: formWordsOf(meeting, own, 'zh'),
    en: formWordsOf(meeting, own, 'en'),
    fr: formWordsOf(meeting, own, 'fr'),
    ru: formWordsOf(meeting, own, 'ru'),
    es: formWordsOf(meeting, own, 'es')
  }
}

/** Words as they came from a file, JSON in UTF-8. Every one that is wrong is named by its place. */
export function readFormWords(bytes: Uint8Array): Parsed<OwnFormWords> {
  const parsed = parseJson(bytes)
  if (!parsed.ok) return parsed
  if (Check(OwnFormWords, parsed.value)) return withoutBlanks(parsed.value)
  const places = Errors(OwnFormWords, parsed.value)
    // What may not be there is told by its own place as well.
    .filter(({ keyword }) => keyword !== 'additionalProperties')
    .map(({ instancePath }) => instancePath.slice(1).replaceAll('/', '.'))
  return {
    ok: false,
    problems: [...new Set(places)].map(place => ({
      at: place === '' ? 'file' : place,
      code: 'report.wordsUnknown',
      params: { place }
    }))
  }
}

/** Refuses words that nobody would see, or that cannot be stored and set. */
function withoutBlanks(words: OwnFormWords): Parsed<OwnFormWords> {
  const wrong = languages.flatMap(language =>
    Object.entries(words[language] ?? {}).flatMap(([name, text]) =>
      isSeen(text) ? [] : [`${language}.${name}`]
    )
  )
  if (wrong.length === 0) return { ok: true, value: words }
  return {
    ok: false,
    problems: wrong.map(place => ({ at: place, code: 'report.wordsUnknown', params: { place } }))
  }
}

function isSeen(text: string): boolean {
  return /[^\s\p{Cf}]/u.test(text) && text.isWellFormed() && !/[^\P{Cc}\n\t]/u.test(text)
}

function parseJson(bytes: Uint8Array): Parsed<unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ok: true, value }
    const reason = 'it does not begin with { and a language'
    return { ok: false, problems: [{ at: 'file', code: 'report.wordsNotJson', params: { reason } }] }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ok: false, problems: [{ at: 'file', code: 'report.wordsNotJson', params: { reason } }] }
  }
}

/** Keeps the words of a meeting; those that are the same as ours are left out, so that ours can still be bettered. */
export async function keepFormWords(
  db: Db,
  meeting: StoredMeeting,
  words: OwnFormWords,
  { by, now }: Actor
): Promise<OwnFormWords> {
  const own = ownWordsOf(meeting, words)
  await db.transaction(async tx => {
    await tx.update(meetings).set({ formWords: own }).where(eq(meetings.id, meeting.id))
    const detail = { body: meeting.body, number: meeting.number, formWords: own }
    await note(tx, { by, at: now, did: 'set words of the form', detail })
  })
  return own
}

function ownWordsOf(meeting: StoredMeeting, words: OwnFormWords): OwnFormWords {
  return Object.fromEntries(
    languages.flatMap(language => {
      const ours = new Map(Object.entries(formWordsOf(meeting, {}, language)))
      const own = Object.entries(words[language] ?? {}).filter(([name, text]) => ours.get(name) !== text)
      return own.length === 0 ? [] : [[language, Object.fromEntries(own)]]
    })
  )
}
