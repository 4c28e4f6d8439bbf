import { formatNumber, translator, type Language } from '#locales'
import type { Release } from './release.ts'

/**
 * How respondents were let in, in numbers of the time of the release. Whole numbers, as they are: a partner can hold them
 * against the cards that were printed. They say how many came, which stands in the release anyway, and how many more
 * took a card or a seat and sent nothing; none of them is about an answer.
 */
export type Entry =
  | { readonly access: 'open' }
  | (Keyed & {
      readonly access: 'cards'
      /** Cards that can have been handed out, spares included. */
      readonly issued: number
      /** Of these, cards that were declared void. */
      readonly void: number
      /** Of these, cards whose code was used. */
      readonly redeemed: number
    })
  | (Keyed & {
      readonly access: 'room'
      /** Devices that could come in, at most. */
      readonly seats: number
      /** Devices that came in. */
      readonly entered: number
    })

type Keyed = {
  /**
   * SHA-256 of the public key that checks whether somebody was let in, base64url, as cards and pages carry it;
   * null if none was ever needed.
   */
  readonly tokenKey: string | null
  /** Answers that were let in and are among the responses. */
  readonly accepted: number
}

type Term = { readonly term: string; readonly value: string; readonly code: boolean }

/** Who could answer and how many came, as terms with their values; nothing for releases made before this was kept. */
export function entryTerms({ entry }: Release, language: Language): readonly Term[] {
  if (entry === undefined) return []
  const t = translator(language)
  const count = (key: string, number: number): Term => ({
    term: t(`results:entry.${key}`),
    value: formatNumber(number, language),
    code: false
  })
  const who: Term = { term: t('results:entry.who'), value: t(`results:entry.${entry.access}`), code: false }
  if (entry.access === 'open') return [who]
  const numbers =
    entry.access === 'cards'
      ? [count('issued', entry.issued), count('void', entry.void), count('redeemed', entry.redeemed)]
      : [count('seats', entry.seats), count('entered', entry.entered)]
  const key: Term[] =
    entry.tokenKey === null ? [] : [{ term: t('results:entry.tokenKey'), value: entry.tokenKey, code: true }]
  return [who, ...numbers, count('accepted', entry.accepted), ...key]
}
