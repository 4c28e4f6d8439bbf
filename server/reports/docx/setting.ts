import { factsOf, type Language } from '#locales'

/** How a language is set in Word: its direction, and its tag, which Word wants with a region. */
export type Setting = {
  readonly language: Language
  readonly rtl: boolean
  readonly tag: string
}

const tags: Readonly<Record<Language, string>> = {
  ar: 'ar-SA',
  zh: 'zh-CN',
  en: 'en-GB',
  fr: 'fr-FR',
  ru: 'ru-RU',
  es: 'es-ES'
}

export function settingOf(language: Language): Setting {
  return {
    language,
    rtl: factsOf(language).dir === 'rtl',
    tag: tags[language]
  }
}

/** The languages of a document, one for each kind of script that Word tells apart. */
export function languagesOf({ tag }: Setting): Tags {
  return { value: tag, eastAsia: tags.zh, bidirectional: tags.ar }
}

/**
 * The languages of a stretch of text. `value` is that of Latin letters and digits: within Arabic and Chinese those are
 * names, codes and numbers, and called English. (Called Chinese, LibreOffice breaks a number at the end of a line.)
 */
export function languagesOfRun(setting: Setting, rtl: boolean): Tags {
  const foreign = setting.language === 'zh' || (setting.rtl && !rtl)
  return { ...languagesOf(setting), ...(foreign ? { value: tags.en } : {}) }
}

export type Tags = { readonly value: string; readonly eastAsia: string; readonly bidirectional: string }

/**
 * Fonts by script. Word's own are named; `fontTable.xml` says what may stand in for them. For Arabic not Arial: where it
 * is missing, LibreOffice takes one without Arabic letters for it, and then sets « upon the letters that follow.
 */
export const fonts = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'SimSun', cs: 'Tahoma' } as const

/** In Arabic one font has the letters and the numbers, whichever way they run. */
export function fontsOf({ rtl }: Setting): FontsByScript {
  return rtl ? { ...fonts, ascii: fonts.cs, hAnsi: fonts.cs } : fonts
}

export type FontsByScript = Readonly<Record<'ascii' | 'hAnsi' | 'eastAsia' | 'cs', string>>

/** Characters of even width, for hashes. */
export const evenFonts = {
  ascii: 'Consolas',
  hAnsi: 'Consolas',
  eastAsia: 'SimSun',
  cs: 'Courier New'
} as const

/** In twentieths of a point, in which Word measures. */
export const page = {
  /** A4 */
  width: 11_906,
  height: 16_838,
  side: 1247,
  top: 1361,
  bottom: 1247
} as const

/** From margin to margin, in twentieths of a point. */
export const textWidth = page.width - 2 * page.side
