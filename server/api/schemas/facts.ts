import Type from 'typebox'
import { languages } from '#locales'

/** Nothing is in an answer that its schema does not name. */
export const strict = { additionalProperties: false }

export const Slug = Type.String({
  pattern: '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$',
  description: 'Short name of the consultation.'
})
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Date, YYYY-MM-DD.' })
export const Sha256 = Type.String({
  pattern: '^[0-9a-f]{64}$',
  description: 'SHA-256 in hexadecimal.'
})
export const Address = Type.String({
  pattern: '^/',
  description: 'Path on this server.'
})
export const LanguageCode = Type.Enum(languages, { description: 'Language.' })
export const Code = Type.String({ pattern: '^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$' })

/** A part of a longer list, and how long that is. */
export const paging = {
  total: Type.Integer({ minimum: 0, description: 'How many there are in all.' }),
  limit: Type.Integer({ minimum: 1, description: 'How many an answer holds at most.' }),
  offset: Type.Integer({ minimum: 0, description: 'How many come before the first one here.' })
}

/** What tells a release, as every answer made from it carries it. */
export const releaseIdentity = {
  consultation: Slug,
  release: Type.Integer({ minimum: 1, description: 'Number of the release.' }),
  kind: Type.Enum(['final', 'live'], {
    description: 'Live: from a part of the answers, while the consultation is open. Final: with breakdowns.'
  }),
  sha256: Sha256
}
