import { createInstance, type i18n } from 'i18next'
import { languages, type Language } from './languages.ts'
import { resources } from './resources.ts'

/** A text of ours by its key, `namespace:path`, with what is filled in. @throws RangeError for an unknown key or a missing parameter */
export type Translate = (key: string, params?: Readonly<Record<string, string | number>>) => string

const translations = start()

const made = new Map<string, Translate>()

/**
 * The texts of one language. There is no fallback: a missing text is an error, never a word in another language.
 *
 * @param edition `easy` has the words of `easy.json` for readers of 8 to 12, and the standard ones where those are easy
 */
export function translator(language: Language, edition: 'standard' | 'easy' = 'standard'): Translate {
  const known = made.get(`${language} ${edition}`)
  if (known !== undefined) return known
  const fixed = translations.getFixedT(language)
  const filled = (asked: string, params: Readonly<Record<string, string | number>>): string => {
    const key = edition === 'easy' ? easyKey(asked, language, params) : asked
    const text = fixed(key, params)
    // What is missing comes back as its own key. To ask for every text first would double the time of a page.
    if (key.endsWith(text) && !translations.exists(key, { lng: language, ...params }))
      throw new RangeError(`no ${language} text for ${key}`)
    return text
  }
  const plain = new Map<string, string>()
  const translate: Translate = (key, params) =>
    params === undefined ? remembered(plain, key, () => filled(key, {})) : filled(key, params)
  made.set(`${language} ${edition}`, translate)
  return translate
}

/** `easy:respond.form.lead` for `respond:form.lead`, where there is such a text. */
function easyKey(key: string, language: Language, params: Readonly<Record<string, string | number>>): string {
  const easy = `easy:${key.replace(':', '.')}`
  return translations.exists(easy, { lng: language, ...params }) ? easy : key
}

/** A page says the same word thousands of times. */
function remembered(texts: Map<string, string>, key: string, find: () => string): string {
  const text = texts.get(key) ?? find()
  texts.set(key, text)
  return text
}

function start(): i18n {
  const instance = createInstance()
  void instance.init({
    resources,
    initAsync: false,
    preload: [...languages],
    fallbackLng: false,
    ns: Object.keys(resources.en),
    returnNull: false,
    returnedObjectHandler: (key: string) => {
      throw new RangeError(`${key} is a group of texts, not one`)
    },
    // Escaping is the template's business: texts also go to the terminal and into documents.
    interpolation: { escapeValue: false, skipOnVariables: true },
    missingInterpolationHandler: (text: string, value: readonly string[]) => {
      throw new RangeError(`nothing to fill in for ${value[0] ?? ''} in “${text}”`)
    }
  })
  return instance
}
