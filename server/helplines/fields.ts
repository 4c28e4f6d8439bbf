const controls = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u

/** Whether a text is one line that is not blank, without characters that nobody sees or that turn others around. */
export function isReadable(text: string): boolean {
  return text.trim() !== '' && !controls.test(text)
}

/** Shortest and longest number of digits; a line inside a country may have two. @see ITU-T E.164, 6.2.1 */
const digits = { least: 2, most: 15 } as const

/**
 * Whether a text is one number to dial: digits with spaces, hyphens, full stops and pairs of brackets between them, a
 * plus before the code of the country, or one star as some countries have it. No slash: it may stand between two
 * numbers, and together they would be a third one.
 */
export function isDialled(number: string): boolean {
  if (!/^[+*]?(?:\(\d+\)|\d)(?:[ .-]{0,3}(?:\(\d+\)|\d))*$/.test(number)) return false
  const count = number.replace(/\D/g, '').length
  return count >= digits.least && count <= digits.most
}

/** Longer addresses do not fit on a page that is printed. */
const longestAddress = 300

/** Whether a text is the address of a website with TLS, and nothing that would run, or carry a password. */
export function isSecureAddress(address: string): boolean {
  if (!/^https:\/\/[^\s"'<>\\^`{|}]+$/.test(address) || !isReadable(address)) return false
  if (address.length > longestAddress || !URL.canParse(address)) return false
  const { hostname, username, password } = new URL(address)
  return /[^.]\.[^.]/.test(hostname) && username === '' && password === ''
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** Whether a text is a BCP 47 tag of a language that has a name. */
export function isLanguageTag(tag: string): boolean {
  try {
    return languageNames.of(tag) !== undefined
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
