import { isLanguage, translator } from '#locales'
import Handlebars from 'handlebars'
import { json } from './json.ts'

/**
 * What templates may call.
 *
 * - `{{t "namespace:path"}}`: our own words in the page's language and edition; `{{t "…" name=value}}` fills in.
 * - `{{json data}}`: data for a script, safe inside `<script type="application/json">`.
 *
 * Registered by `rendererOf`; nothing else is.
 */
export const helpers = { t, json: (data: unknown) => new Handlebars.SafeString(json(data)) }

type HelperOptions = {
  readonly hash: Readonly<Record<string, string | number>>
  readonly data: { readonly root: { readonly language: unknown; readonly edition: unknown } }
}

function t(key: string, options: HelperOptions): string {
  const { language, edition } = options.data.root
  if (!isLanguage(language)) throw new RangeError(`the page that wants “${key}” has no language`)
  return translator(language, edition === 'easy' ? 'easy' : 'standard')(key, options.hash)
}
