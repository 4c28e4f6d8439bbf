import { factsOf, type Language } from './languages.ts'

/** A whole number as people of that language write it: 1 245, 1,245, 1.245. */
export function formatNumber(value: number, language: Language): string {
  return numbers(language).format(value)
}

/** A number to one decimal, which stands there also where it is 0: 1.0, 1,0. */
export function formatTenths(value: number, language: Language): string {
  return tenths(language).format(value)
}

/** A whole percentage with its sign in the place and with the space the language wants. @param percent 0–100 */
export function formatPercent(percent: number, language: Language): string {
  return percentages(language).format(percent / 100)
}

/**
 * How large a file is, short enough to stand in a link: 2.4 MB, 2,4 Mo. A megabyte is a million bytes, as those who sell
 * data count.
 *
 * @param bytes at least 1; less than half a kilobyte is one
 */
export function formatSize(bytes: number, language: Language): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000))
  const text =
    kilobytes < 1000
      ? inKilobytes(language).format(kilobytes)
      : inMegabytes(language).format(Math.round(bytes / 100_000) / 10)
  return text.replace(/\s/g, '\u00a0')
}

/** A calendar date. @param date ISO 8601, `YYYY-MM-DD`, without a time or zone */
export function formatDate(date: string, language: Language): string {
  return asWritten(dates(language).format(noonOf(date)), language)
}

/** Two calendar dates, inclusive, as one range: "3–28 March 2026". */
export function formatDateRange(from: string, until: string, language: Language): string {
  if (language === 'zh' && from !== until) return chineseRange(from, until)
  return asWritten(dates(language).formatRange(noonOf(from), noonOf(until)), language)
}

/**
 * For Chinese, `Intl` has ranges with strokes only (2026/3/3 – 2026/3/28), beside dates in characters. Year and month
 * are not said twice.
 */
function chineseRange(from: string, until: string): string {
  const [begin, end] = [formatDate(from, 'zh'), formatDate(until, 'zh')]
  const said = [/^\d+年\d+月/, /^\d+年/]
    .flatMap(part => part.exec(begin)?.[0] ?? [])
    .find(part => end.startsWith(part))
  return `${begin}至${end.slice(said?.length ?? 0)}`
}

/** What `Intl` writes otherwise than documents do: « 1 mars » for « 1er mars », «г.» for «года», "1 – 3 March". */
function asWritten(text: string, language: Language): string {
  return unbroken(inOwnWay(text, language))
}

/** The day stays with its month at the end of a line. */
function unbroken(text: string): string {
  return text.replace(/(?<=\d(?:er)?) (?=\p{L})/gu, '\u00a0')
}

function inOwnWay(text: string, language: Language): string {
  switch (language) {
    case 'en':
      return text.replace(/^(\d+)\s–\s(?=\d+ \p{L})/u, '$1–')
    case 'fr':
      return text.replace(/(?<!\d)1(?=\s\p{L}|–)/gu, '1er')
    case 'ru':
      return text.replace(/\sг\./g, '\u00a0года')
    case 'ar':
    case 'es':
    case 'zh':
      return text
  }
}

/** Names as a list in prose: "a, b and c". */
export function formatList(items: readonly string[], language: Language): string {
  return lists(language).format(items)
}

/** Sentences as one paragraph; Chinese sets no space between them. */
export function joinSentences(sentences: readonly string[], language: Language): string {
  return sentences.join(language === 'zh' ? '' : ' ')
}

const numbers = madeOnce(locale => new Intl.NumberFormat(locale))
const tenths = madeOnce(
  locale => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
)
const percentages = madeOnce(locale => new Intl.NumberFormat(locale, { style: 'percent' }))
const inKilobytes = madeOnce(locale => sizes(locale, 'kilobyte'))
const inMegabytes = madeOnce(locale => sizes(locale, 'megabyte'))
const lists = madeOnce(locale => new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' }))
const dates = madeOnce(locale => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }))

/** Arabic writes the unit out: its abbreviation is known to few. */
function sizes(locale: string, unit: 'kilobyte' | 'megabyte'): Intl.NumberFormat {
  const unitDisplay = locale.startsWith('ar') ? 'long' : 'short'
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 })
}

/** Making a format takes a hundred times as long as using it, and a page has thousands of numbers. */
function madeOnce<Format>(make: (locale: string) => Format): (language: Language) => Format {
  const made = new Map<Language, Format>()
  return language => {
    const format = made.get(language) ?? make(factsOf(language).locale)
    made.set(language, format)
    return format
  }
}

function noonOf(date: string): Date {
  return new Date(`${date}T12:00:00Z`)
}
