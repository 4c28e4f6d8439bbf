import { describe, expect, it } from 'vitest'
import {
  formatDate,
  formatDateRange,
  formatList,
  formatNumber,
  formatTenths,
  formatPercent,
  formatSize,
  languages,
  type Language
} from '#locales'

/** Which of the narrow and unbreakable spaces stands where changes with the version of `Intl`; that one does, does not. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u2009\u202f]/g, ' ')
}
/** What the six languages give, in the order of the list of languages. */
function inAll(format: (language: Language) => string): string[] {
  return languages.map(language => plain(format(language)))
}

describe('a whole number', () => {
  it.each<[number, string[]]>([
    [0, ['0', '0', '0', '0', '0', '0']],
    [906, ['906', '906', '906', '906', '906', '906']],
    // Spanish parts thousands from five digits on (Ortografía de la lengua española, 2010).
    [1245, ['1,245', '1,245', '1,245', '1 245', '1 245', '1245']],
    [13583, ['13,583', '13,583', '13,583', '13 583', '13 583', '13.583']],
    [1000000, ['1,000,000', '1,000,000', '1,000,000', '1 000 000', '1 000 000', '1.000.000']]
  ])('%i', (value, expected) => {
    expect(inAll(language => formatNumber(value, language))).toEqual(expected)
  })

  it('keep one decimal where a figure is given in tenths, whole ones too', () => {
    expect(inAll(language => formatTenths(1, language))).toEqual(['1.0', '1.0', '1.0', '1,0', '1,0', '1,0'])
    expect(formatTenths(1.56, 'en')).toBe('1.6')
  })

  it('does not break at the end of a line', () => {
    for (const language of languages) expect(formatNumber(1234567, language)).not.toMatch(/[ \u2009]/)
  })
})

describe('a percentage', () => {
  it.each<[number, string[]]>([
    [0, ['0%', '0%', '0%', '0 %', '0 %', '0 %']],
    // Binary fractions make 28.999… of these when a share is multiplied again.
    [29, ['29%', '29%', '29%', '29 %', '29 %', '29 %']],
    [57, ['57%', '57%', '57%', '57 %', '57 %', '57 %']],
    [100, ['100%', '100%', '100%', '100 %', '100 %', '100 %']]
  ])('of %i', (percent, expected) => {
    // In Arabic, marks keep the sign on the right side of the digits.
    expect(inAll(language => formatPercent(percent, language).replaceAll('\u200e', ''))).toEqual(expected)
  })

  it('stays with its sign at the end of a line', () => {
    for (const language of languages) expect(formatPercent(12, language)).not.toMatch(/[ \u2009]/)
  })

  it('is never changed by a hair: each whole percentage is its own digits', () => {
    for (let percent = 0; percent <= 100; percent++) {
      for (const language of languages) {
        expect(formatPercent(percent, language).replace(/\D/g, '')).toBe(String(percent))
      }
    }
  })
})

describe('the size of a file', () => {
  const oneMegabyte = ['1 ميغابايت', '1 MB', '1 MB', '1 Mo', '1 МБ', '1 MB']
  it.each<[number, string[]]>([
    [1, ['1 كيلوبايت', '1 kB', '1 kB', '1 ko', '1 кБ', '1 kB']],
    [34_600, ['35 كيلوبايت', '35 kB', '35 kB', '35 ko', '35 кБ', '35 kB']],
    [999_499, ['999 كيلوبايت', '999 kB', '999 kB', '999 ko', '999 кБ', '999 kB']],
    // Never a thousand of the smaller unit.
    [999_500, oneMegabyte],
    [1_000_000, oneMegabyte],
    [2_449_999, ['2.4 ميغابايت', '2.4 MB', '2.4 MB', '2,4 Mo', '2,4 МБ', '2,4 MB']],
    [12_000_000, ['12 ميغابايت', '12 MB', '12 MB', '12 Mo', '12 МБ', '12 MB']]
  ])('of %i bytes', (bytes, expected) => {
    expect(inAll(language => formatSize(bytes, language))).toEqual(expected)
  })

  it('stays with its unit at the end of a line', () => {
    for (const language of languages) expect(formatSize(2_400_000, language)).toMatch(/^2[.,]4\u00a0\S+$/)
  })
})

describe('a date', () => {
  it('is written out', () => {
    expect(inAll(language => formatDate('2026-03-28', language))).toEqual([
      '28 مارس 2026',
      '2026年3月28日',
      '28 March 2026',
      '28 mars 2026',
      '28 марта 2026 года',
      '28 de marzo de 2026'
    ])
  })

  it.each(['2026-01-01', '2026-12-31', '2028-02-29'])('%s is the same day in every language', date => {
    const [year, , day] = date.split('-').map(Number)
    for (const language of languages) {
      const digits = formatDate(date, language).match(/\d+/g)?.map(Number)
      expect(digits).toEqual(expect.arrayContaining([year, day]))
    }
  })
})

describe('a range of dates', () => {
  it('says the month and the year once where they are the same', () => {
    expect(inAll(language => formatDateRange('2026-03-03', '2026-03-28', language)).map(closedUp)).toEqual([
      '3–28 مارس 2026',
      '2026年3月3日至28日',
      '3–28 March 2026',
      '3–28 mars 2026',
      '3–28 марта 2026 года',
      '3–28 de marzo de 2026'
    ])
  })

  it('says the year once where only that is the same', () => {
    expect(inAll(language => formatDateRange('2026-02-27', '2026-03-28', language)).map(closedUp)).toEqual([
      '27 فبراير–28 مارس 2026',
      '2026年2月27日至3月28日',
      '27 February–28 March 2026',
      '27 février–28 mars 2026',
      '27 февраля–28 марта 2026 года',
      '27 de febrero–28 de marzo de 2026'
    ])
  })

  it('says both years over the turn of one', () => {
    expect(inAll(language => formatDateRange('2025-12-30', '2026-01-02', language)).map(closedUp)).toEqual([
      '30 ديسمبر 2025–2 يناير 2026',
      '2025年12月30日至2026年1月2日',
      '30 December 2025–2 January 2026',
      '30 décembre 2025–2 janvier 2026',
      '30 декабря 2025 года–2 января 2026 года',
      '30 de diciembre de 2025–2 de enero de 2026'
    ])
  })

  it('keeps the day with its month at the end of a line', () => {
    for (const language of ['ar', 'en', 'fr', 'ru', 'es'] as const)
      expect(formatDate('2026-03-28', language)).toMatch(/^28\u00a0\p{L}/u)
  })

  it('says the first of a month as French does', () => {
    expect(plain(formatDate('2026-03-01', 'fr'))).toBe('1er mars 2026')
    expect(plain(formatDate('2026-03-11', 'fr'))).toBe('11 mars 2026')
    expect(closedUp(plain(formatDateRange('2026-03-01', '2026-03-31', 'fr')))).toBe('1er–31 mars 2026')
    expect(closedUp(plain(formatDateRange('2026-02-01', '2026-03-01', 'fr')))).toBe(
      '1er février–1er mars 2026'
    )
  })

  it('is a date when it is one day', () => {
    for (const language of languages) {
      expect(plain(formatDateRange('2026-03-28', '2026-03-28', language))).toBe(
        plain(formatDate('2026-03-28', language))
      )
    }
  })

  /** Whether spaces stand around the stroke is the language's business and changes with the version of `Intl`. */
  function closedUp(range: string): string {
    return range.replace(/ ?– ?/, '–')
  }
})

describe('a list', () => {
  it('is joined as in prose', () => {
    expect(inAll(language => formatList(['A', 'B', 'C'], language))).toEqual([
      'A وB وC',
      'A、B和C',
      'A, B and C',
      'A, B et C',
      'A, B и C',
      'A, B y C'
    ])
    expect(inAll(language => formatList(['A'], language))).toEqual(['A', 'A', 'A', 'A', 'A', 'A'])
  })
})

it('every digit of ours is a Latin one, in Arabic too', () => {
  const written = languages.map(language =>
    [
      formatNumber(1234567890, language),
      formatPercent(98, language),
      formatSize(1_234_567, language),
      formatDate('2026-03-28', language),
      formatDateRange('2025-12-30', '2026-01-02', language)
    ].join(' ')
  )
  for (const text of written) expect(text.replace(/[0-9]/g, '')).not.toMatch(/\p{Nd}/u)
})
