import { asc } from 'drizzle-orm'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditLog, helplines } from '../../../server/database/schema.ts'
import { shownUntil, todayAt } from '../../../server/helplines/current.ts'
import { commandLine, type Ran } from '../../support/command-line.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { makeFolder } from '../../support/folder.ts'
import { csv, helpline } from '../../support/helplines.ts'

let test: TestDatabase
let folder: Awaited<ReturnType<typeof makeFolder>>
let earshot: (...words: string[]) => Promise<Ran>
const file = (name: string) => join(folder.path, name)
const today = todayAt(new Date())

const british =
  'GB,Example Line,01632 960001,https://line.example,always,en cy,free,https://line.example/about'
const french = 'FR,Ligne d’exemple,,https://ligne.example,9–17,fr,unknown,a letter'

beforeAll(async () => {
  test = await openTestDatabase()
  folder = await makeFolder()
  earshot = commandLine({ DATABASE_URL: test.url, EARSHOT_KEYS: folder.path })
})
beforeEach(async () => {
  await test.database.db.delete(helplines)
})
afterAll(async () => {
  await test.drop()
  await folder.remove()
})

async function importing(...lines: string[]): Promise<Ran> {
  await writeFile(file('helplines.csv'), csv(...lines))
  return earshot('helplines', 'import', file('helplines.csv'))
}

const kept = () => test.database.db.select().from(helplines).orderBy(asc(helplines.country))
const deeds = async () =>
  (await test.database.db.select().from(auditLog).orderBy(asc(auditLog.id))).map(({ did }) => did)

describe('helplines on the command line', () => {
  it('are taken in, listed, verified, changed and taken away, and each deed is noted', async () => {
    expect(await earshot('helplines', 'list')).toMatchObject({
      code: 0,
      out: 'No helplines yet. Bring some with: earshot helplines import FILE.csv\n'
    })
    const before = (await deeds()).length

    expect(await importing(`${british},${today},Somebody Careful`, `${french},,`)).toEqual({
      code: 0,
      err: '',
      out: [
        'Taken in: 2 new, 0 changed, 0 as they were.',
        'Not shown until somebody has checked them: 1. See: earshot helplines list',
        'Then, for each: earshot helplines verify COUNTRY NAME --by NAME',
        ''
      ].join('\n')
    })
    const { out: listed } = await earshot('helplines', 'list')
    expect(listed).toContain(
      `GB  Example Line\n  shown until ${shownUntil(today)}\n  number     01632 960001\n`
    )
    expect(listed).toContain(`  verified   ${today} by Somebody Careful\n`)
    expect(listed).toContain(
      'FR  Ligne d’exemple\n  not shown: not verified\n  website    https://ligne.example\n'
    )

    expect(await earshot('helplines', 'verify', 'fr', ' Ligne  d’exemple', '--by', 'Another')).toMatchObject({
      code: 0,
      out: `Verified: FR  Ligne d’exemple, shown until ${shownUntil(today)}\n`
    })
    expect(await importing(`${british},,`, `${french},,`)).toMatchObject({
      out: 'Taken in: 0 new, 0 changed, 2 as they were.\n'
    })
    expect(await importing(`${british.replace('960001', '960002')},,`)).toMatchObject({
      out: [
        'Taken in: 0 new, 1 changed, 0 as they were.',
        'No longer verified, because the file changes them:',
        '  GB  Example Line',
        'Not shown until somebody has checked them: 1. See: earshot helplines list',
        'Then, for each: earshot helplines verify COUNTRY NAME --by NAME',
        ''
      ].join('\n')
    })
    expect(await kept()).toMatchObject([
      { country: 'FR', number: null, verifiedOn: today, verifiedBy: 'Another' },
      { country: 'GB', number: '01632 960002', languages: ['en', 'cy'], verifiedOn: null, verifiedBy: null }
    ])

    expect(await earshot('helplines', 'remove', 'FR', 'Ligne d’exemple')).toMatchObject({
      code: 0,
      out: 'Removed: FR  Ligne d’exemple\n'
    })
    expect(await kept()).toHaveLength(1)
    expect((await deeds()).slice(before)).toEqual([
      'added helpline',
      'added helpline',
      'verified helpline',
      'changed helpline',
      'removed helpline'
    ])
    const log = await test.database.db.select().from(auditLog).orderBy(asc(auditLog.id))
    expect(log.at(-2)).toMatchObject({
      by: expect.stringMatching(/^command line \(/) as string,
      detail: { before: { number: '01632 960001', verifiedOn: today }, after: { number: '01632 960002' } }
    })
  })

  it('are listed for one country, and as JSON', async () => {
    await test.database.db
      .insert(helplines)
      .values([helpline({ verifiedOn: '2020-01-01' }), helpline({ country: 'FR' })])
    const { out } = await earshot('helplines', 'list', '--country', 'gb', '--json')
    expect(JSON.parse(out)).toEqual([
      { ...helpline({ verifiedOn: '2020-01-01' }), standing: { kind: 'tooOld', verifiedOn: '2020-01-01' } }
    ])
    const { out: told } = await earshot('helplines', 'list', '--country', 'GB')
    expect(told).toContain('not shown: verification older than 90 days')
    expect(await earshot('helplines', 'list', '--country', 'DE')).toMatchObject({
      code: 0,
      out: 'No helplines in DE.\n'
    })
  })

  it('are not taken in by halves: one wrong line keeps all out, and every mistake is told', async () => {
    const ran = await importing(
      `${british},,`,
      `${french.replace('FR', 'XX')},,`,
      `${british.replace('01632 960001', '0800 HELP').replace('https://line.example,', 'javascript:alert(1),')},,`,
      `${french},2999-01-01,Somebody`
    )
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.err.trim().split('\n')).toEqual([
      'line 3, column country: “XX” is not a country code. Write the two letters of ISO 3166-1, like FR.',
      'line 4, column number: “0800 HELP” cannot be dialled. Write one number with digits, spaces, hyphens and brackets, with a plus before the country’s code, like 116 111.',
      'line 4, column website: “javascript:alert(1)” is not the address of a secure website. Write it with https, like https://example.org.',
      'line 5, column verified_on: 2999-01-01 has not come yet. A helpline is verified by looking at it, not ahead.'
    ])
    expect(await kept()).toEqual([])
  })

  it.each([
    ['empty', '', 'file: The file is empty. Put the names of the columns'],
    ['of more than a megabyte', 'a'.repeat(2 ** 20 + 1), 'The file is larger than 1 MB.'],
    ['not in UTF-8', Buffer.from('country,naïve\n', 'latin1'), 'line 1: This is not readable as UTF-8 text.'],
    ['of something else', 'gender\nfemale\n', 'line 1, column 1: “gender” is not one of the columns.']
  ])('come from no file that is %s', async (_, content, words) => {
    await writeFile(file('wrong.csv'), content)
    const { code, out, err } = await earshot('helplines', 'import', file('wrong.csv'))
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(words)
  })

  it.each([
    [
      'a helpline that is not there',
      ['verify', 'GB', 'No Line', '--by', 'Me'],
      'There is no helpline “No Line” in GB.'
    ],
    ['nobody', ['verify', 'GB', 'Example Line', '--by', ' '], '--by: This is empty'],
    [
      'a day to come',
      ['verify', 'GB', 'Example Line', '--by', 'Me', '--on', '2999-01-01'],
      '--on: 2999-01-01 has not come'
    ],
    [
      'what is no day',
      ['verify', 'GB', 'Example Line', '--by', 'Me', '--on', 'today'],
      '--on: “today” is not a date.'
    ],
    [
      'a country that nobody has',
      ['verify', 'XX', 'Example Line', '--by', 'Me'],
      'XX: “XX” is not a country code.'
    ],
    [
      'a helpline that is not there to be taken away',
      ['remove', 'FR', 'Example Line'],
      'There is no helpline “Example Line” in FR.'
    ],
    [
      'a country that nobody has in a list',
      ['list', '--country', 'XX'],
      '--country: “XX” is not a country code.'
    ]
  ])('are told when a command names %s', async (_, words, message) => {
    await test.database.db.insert(helplines).values(helpline({ verifiedOn: null, verifiedBy: null }))
    const { code, err } = await earshot('helplines', ...words)
    expect(code).toBe(1)
    expect(err).toContain(message)
    expect(await kept()).toMatchObject([{ verifiedOn: null }])
  })

  it('are verified by somebody with a name only', async () => {
    expect(await earshot('helplines', 'verify', 'GB', 'Example Line')).toMatchObject({ code: 2 })
  })
})
