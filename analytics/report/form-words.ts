import Type, { type Static } from 'typebox'
import { translator, type Language } from '#locales'
import type { ReleaseMeeting } from '../release.ts'

const text = Type.String({ minLength: 1, maxLength: 2000 })

/** The words of the Council form in one language. A meeting may bring its own; what it does not bring is ours. */
export const FormWords = Type.Object(
  {
    body: text,
    meeting: text,
    place: text,
    /** The line above the title: who presents the document. */
    source: text,
    summary: text,
    action: text,
    references: text,
    purpose: text,
    actionByCouncil: text,
    strategicPlan: text,
    financial: text,
    actionText: text,
    referencesText: text,
    strategicPlanText: text,
    financialText: text
  },
  { additionalProperties: false }
)
export type FormWords = Static<typeof FormWords>

const strict = { additionalProperties: false }
const Own = Type.Optional(Type.Partial(FormWords, strict))

/** What a meeting brings of its own, by language. */
export const OwnFormWords = Type.Object({ ar: Own, zh: Own, en: Own, fr: Own, ru: Own, es: Own }, strict)
export type OwnFormWords = Static<typeof OwnFormWords>

/** Bodies and places whose names we know in six languages; others are written as they were entered. */
const knownBodies: ReadonlyMap<string, string> = new Map([
  ['CWG-COP', 'report:body.cwgCop'],
  ['DEMO', 'report:body.demo']
])
const knownPlaces: ReadonlyMap<string, string> = new Map([['Geneva', 'report:place.geneva']])

/** A place where meetings are held, in a language where we know its name there; else as it was entered. */
export function placeName(place: string, language: Language): string {
  const known = knownPlaces.get(place)
  return known === undefined ? place : translator(language)(known)
}

/** The words of the form in one language: those of the meeting, else ours. */
export function formWordsOf(
  meeting: ReleaseMeeting | null,
  own: OwnFormWords,
  language: Language
): FormWords {
  const t = translator(language)
  const body = knownBodies.get(meeting?.body ?? 'CWG-COP')
  return {
    body: body === undefined ? (meeting?.body ?? '') : t(body),
    meeting: meeting === null ? '' : t('report:head.meeting', { number: meeting.number }),
    place: placeName(meeting?.place ?? 'Geneva', language),
    source: t('report:head.source'),
    summary: t('report:box.summary'),
    action: t('report:box.action'),
    references: t('report:box.references'),
    purpose: t('report:box.purpose'),
    actionByCouncil: t('report:box.actionByCouncil'),
    strategicPlan: t('report:box.strategicPlan'),
    financial: t('report:box.financial'),
    actionText: t('report:boxText.action'),
    referencesText: t('report:boxText.references'),
    strategicPlanText: t('report:boxText.open'),
    financialText: t('report:boxText.open'),
    ...own[language]
  }
}
