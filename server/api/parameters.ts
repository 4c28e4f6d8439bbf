import Type from 'typebox'
import { translator } from '#locales'
import { Code, LanguageCode, Slug } from './schemas/facts.ts'

const t = translator('en')

/** The parts of an address, as the description of the API names them. */
export const parameters = {
  slug: described('slug', Slug),
  language: described('language', LanguageCode),
  release: described('release', Type.String({ pattern: '^([1-9]\\d{0,5}|latest)$' })),
  question: described('question', Code)
}

/** What may stand behind the question mark. */
export const queries = {
  by: Type.Optional(
    described(
      'by',
      Type.String({ pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,63}(,[A-Za-z_][A-Za-z0-9_.-]{0,63})?$' })
    )
  ),
  limit: Type.Optional(described('limit', Type.Integer({ minimum: 1, maximum: 100, default: 50 }))),
  offset: Type.Optional(described('offset', Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 })))
}

function described<Schema extends object>(name: string, schema: Schema): Schema {
  return { ...schema, description: t(`api:parameters.${name}`) }
}
