import { languages, type Language } from '#locales'

/** Names under which form authors write the six languages, folded; ISO 639 codes among them. */
const names: Readonly<Record<Language, string>> = {
  ar: 'ar|ara|arabic|arabe|العربية|عربي|عربية|arabisch|арабский',
  zh: 'zh|zho|chi|cmn|chinese|simplified chinese|mandarin|chinois|chino|中文|汉语|简体中文|китайский|chinesisch',
  en: 'en|eng|english|anglais|ingles|englisch|английский|英语|英文|الإنجليزية',
  fr: 'fr|fra|fre|french|francais|frances|französisch|французский|法语|法文|الفرنسية',
  ru: 'ru|rus|russian|russe|ruso|русский|russisch|俄语|俄文|الروسية',
  es: 'es|spa|spanish|espanol|castellano|espagnol|испанский|spanisch|西班牙语|西班牙文|الإسبانية'
}

const languageByName = new Map<string, Language>()
for (const language of languages) {
  for (const name of names[language].split('|')) languageByName.set(fold(name), language)
}

/**
 * The language that a heading or setting means: "Français", "Arabic (ar)", "zh-Hans", "eng".
 * A code in brackets decides; undefined when it is none of the six.
 */
export function languageNamed(text: string): Language | undefined {
  const bracketed = /[([]\s*([A-Za-z]{2,3})(?:[-_][A-Za-z0-9-]+)?\s*[)\]]\s*$/.exec(text)?.[1]
  if (bracketed !== undefined) return languageByName.get(bracketed.toLowerCase())
  const name = fold(text.replace(/[([].*$/, ''))
  const tagged = /^([a-z]{2,3})[-_][a-z0-9-]+$/.exec(name)?.[1]
  return languageByName.get(name) ?? languageByName.get(tagged ?? '')
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase()
}
