import { isLanguage, languages, type Language } from '#locales'
import { StartRefused } from './database/start-refused.ts'

/**
 * Where "Leave this site" leads, by language.
 *
 * @param text one address for all languages, or several of the form `en=https://…` with spaces between them
 * @throws StartRefused naming what is no address
 */
export function readLeaveTo(text: string): Partial<Record<Language, string>> {
  const places: Partial<Record<Language, string>> = {}
  for (const part of text.split(/\s+/).filter(each => each !== '')) {
    const [, language, address = part] = /^([a-z]{2})=(.*)$/.exec(part) ?? []
    if (!isWebAddress(address) || (language !== undefined && !isLanguage(language))) {
      throw new StartRefused(
        `EARSHOT_LEAVE_TO holds “${part}”, which is no web address.`,
        'Write one, like https://example.org/weather, or one for each language: en=https://… fr=https://….'
      )
    }
    const { href } = new URL(address)
    for (const each of isLanguage(language) ? [language] : languages) places[each] = href
  }
  return places
}

/** Whether readers can write there: an e-mail address or a web address. */
export function isContact(text: string): boolean {
  return /^[^\s@:/\\\p{C}]+@[^\s@:/\\\p{C}]+\.[^\s@:/\\\p{C}]+$/u.test(text) || isWebAddress(text)
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s\\\p{C}]+$/u.test(text) || !URL.canParse(text)) return false
  const { username, password } = new URL(text)
  return username === '' && password === ''
}
