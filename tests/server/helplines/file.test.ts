import { describe, expect, it } from 'vitest'
import { readHelplinesFile } from '../../../server/helplines/file.ts'
import { linesFor } from '../../../server/cli/mistake.ts'
import { columns, csv, helpline } from '../../support/helplines.ts'

const today = '2026-03-10'
const good =
  'GB,Example Line,01632 960001,https://line.example,always,en,free,https://line.example/about,2026-03-01,Somebody Careful'
const read = (text: string | Uint8Array) => readHelplinesFile(Buffer.from(text), today)
const problemsOf = async (text: string | Uint8Array) => {
  const file = await read(text)
  return file.ok ? [] : file.problems.map(({ at, code }) => `${at}: ${code}`)
}

describe('a file of helplines', () => {
  it.each([
    ['commas', csv(good)],
    ['semicolons', csv(good).replaceAll(',', ';')],
    ['tabs', csv(good).replaceAll(',', '\t')],
    ['the line ends of Windows', csv(good).replaceAll('\n', '\r\n')],
    ['the line ends of an old Mac', csv(good).replaceAll('\n', '\r')],
    ['a byte order mark', `\ufeff${csv(good)}`],
    ['empty lines', csv('', good, ',,,,,,,,,', '')],
    ['blanks around fields', csv(good.replaceAll(',', ' , '))],
    [
      'small letters for the country, capitals for words',
      csv(good.replace('GB', 'gb').replace('always', 'Always').replace('free', 'Free'))
    ],
    ['names of columns in capitals', csv(good).replace(columns, columns.toUpperCase())]
  ])('is read with %s', async (_, text) => {
    expect(await read(text)).toEqual({ ok: true, value: [helpline()] })
  })

  it('is read with columns in any order, and without those of a verification', async () => {
    const text =
      'source,cost,languages,hours,website,number,name,country\na letter,unknown,fr ar fr,"9–17,\nnot on Sundays",,116 111,Ligne,FR\n'
    const value = {
      country: 'FR',
      name: 'Ligne',
      number: '116 111',
      website: null,
      hours: '9–17, not on Sundays',
      languages: ['fr', 'ar'],
      cost: 'unknown',
      source: 'a letter',
      verifiedOn: null,
      verifiedBy: null
    }
    expect(await read(text)).toEqual({ ok: true, value: [value] })
  })

  it.each([
    ['nothing', '', ['file: helpline.empty']],
    ['empty lines only', '\n\n ,\n', ['file: helpline.empty']],
    ['names of columns only', csv(), ['file: helpline.noRows']],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), ['line 1: answersFile.badEncoding']],
    [
      'Latin-1',
      Buffer.from(csv(good, good.replace('Example', 'Écoute')), 'latin1'),
      ['line 3: answersFile.badEncoding']
    ],
    ['a quotation mark that is never closed', csv(`"${good}`), ['line 2: answersFile.quoteNeverClosed']],
    ['a quotation mark in a field', csv(good.replace('Line', 'Li"ne')), ['line 2: answersFile.strayQuote']],
    [
      'missing, unknown and repeated columns',
      'country,name,name,phone,number,website,hours,languages,cost\n',
      [
        'line 1, column 3: answersFile.columnTwice',
        'line 1, column 4: helpline.columnUnknown',
        'line 1: helpline.columnMissing'
      ]
    ],
    [
      'too many fields, or too few',
      csv(`${good},more`, good, 'GB'),
      ['line 2: answersFile.numberOfFields', 'line 4: answersFile.numberOfFields']
    ],
    ['the same helpline twice', csv(good, good.replace('GB', 'FR'), good), ['line 4: helpline.twice']],
    [
      'several wrong lines',
      csv(
        good.replace('GB', 'XX').replace('https:', 'http:'),
        good,
        good.replace('Example', 'Other').replace('2026-03-01', '2026-03-11')
      ),
      [
        'line 2, column country: helpline.country',
        'line 2, column website: helpline.website',
        'line 4, column verified_on: helpline.future'
      ]
    ]
  ])('is refused with %s', async (_, text, problems) => {
    expect(await problemsOf(text)).toEqual(problems)
  })

  it('is refused in words that say what to do', async () => {
    const file = await read(csv(good.replace('01632 960001', '0800 HELP'), 'ZZ,,,,,,,,,'))
    expect(linesFor(file.ok ? [] : file.problems)).toEqual([
      'line 2, column number: “0800 HELP” cannot be dialled. Write one number with digits, spaces, hyphens and brackets, with a plus before the country’s code, like 116 111.',
      'line 3, column country: “ZZ” is not a country code. Write the two letters of ISO 3166-1, like FR.',
      'line 3, column name: This is empty, longer than 120 characters, or holds characters that cannot be seen. Correct it.',
      'line 3, column hours: This is empty, longer than 160 characters, or holds characters that cannot be seen. Correct it.',
      'line 3, column languages: “” is not a list of language codes. Write at least one and at most 40, with spaces between them, like “en pt-BR”.',
      'line 3, column cost: “” does not say what it costs. Write one of: free, charged, unknown.',
      'line 3, column source: This is empty, longer than 300 characters, or holds characters that cannot be seen. Correct it.',
      'line 3, column number: There is neither a number nor a website. Give at least one of them.'
    ])
  })
})
