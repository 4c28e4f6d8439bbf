import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assurances, assurancesFile } from '../support/assurances.ts'
import { commandLine, type Ran } from '../support/command-line.ts'
import { textInWord } from '../support/document-tables.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { workbookOf } from '../support/workbook.ts'

let folder: string
let database: TestDatabase
let earshot: (...words: string[]) => Promise<Ran>
const file = (name: string) => join(folder, name)

const survey = [
  ['type', 'name', 'label::English (en)', 'label::Français (fr)', 'required', 'relevant'],
  ['select_one yn', 'feels_safe', 'Do you feel safe online?', 'Te sens-tu en sécurité en ligne ?', 'yes', ''],
  [
    'select_multiple who',
    'told',
    'Whom have you told?',
    'À qui en as-tu parlé ?',
    '',
    "${feels_safe} = 'no'"
  ],
  ['text', 'wish', 'What should change?', 'Que faudrait-il changer ?', '', ''],
  ['select_one gender', 'gender', 'You are', 'Tu es', '', ''],
  ['calculate', 'x', '', '', '', '']
]
const settings = [
  ['form_title::English (en)', 'form_title::Français (fr)'],
  ['Safe online', 'En sécurité en ligne']
]
const choices = [
  ['list_name', 'name', 'label::English (en)', 'label::Français (fr)'],
  ['yn', 'yes', 'Yes', 'Oui'],
  ['yn', 'no', 'No', 'Non'],
  ['who', 'friend', 'A friend', 'Un ami ou une amie'],
  ['who', 'adult', 'An adult', 'Un adulte'],
  ['gender', 'female', 'A girl or woman', 'Une fille ou une femme'],
  ['gender', 'male', 'A boy or man', 'Un garçon ou un homme']
]

/** 60 women and 50 men; a third does not feel safe. */
function answersFile(): string {
  const lines = Array.from({ length: 110 }, (_, person) => {
    const safe = person % 3 === 0 ? 'no' : 'yes'
    return `${person < 60 ? 'female' : 'male'},${safe},${safe === 'no' ? 'friend adult' : ''},"=wish, ""quoted"" ${person}"`
  })
  return ['gender,feels_safe,told,wish', ...lines, ''].join('\r\n')
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-story-'))
  database = await openTestDatabase()
  earshot = commandLine({ DATABASE_URL: database.url, EARSHOT_KEYS: file('keys') })
  await writeFile(
    file('form.xlsx'),
    workbookOf([
      { name: 'settings', rows: settings },
      { name: 'survey', rows: survey },
      { name: 'choices', rows: choices }
    ])
  )
  await writeFile(file('answers.csv'), answersFile())
  await writeFile(file('assured.txt'), assurancesFile())
  await writeFile(file('bad.csv'), 'gender,feels_safe\nfemale,perhaps\nmale,yes\nnobody,no\n')
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

async function does(...words: string[]): Promise<string> {
  const { code, out, err } = await earshot(...words)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}
async function cannot(...words: string[]): Promise<string> {
  const { code, err } = await earshot(...words)
  expect(code).toBe(1)
  expect(err).not.toMatch(/^\s+at .*:\d+/m)
  return err
}

// Some thirty programs are started one after the other.
describe('the secretariat at the command line', { timeout: 300_000 }, () => {
  it('brings a form from others to a protected release, and cannot do it in the wrong order', async () => {
    const added = [
      '--body',
      'CWG-COP',
      '--number',
      '24',
      '--place',
      'Geneva',
      '--starts',
      '2026-03-30',
      '--ends',
      '2026-03-31'
    ]
    expect(await does('meeting', 'add', ...added, '--deadline', '2026-03-20')).toContain('CWG-COP/24')
    expect(await cannot('meeting', 'add', ...added, '--deadline', '2026-03-20')).toContain('already')
    const madeUp = added.map(word => (word === 'CWG-COP' ? 'DEMO' : word))
    expect(await cannot('meeting', 'add', ...madeUp, '--deadline', '2026-03-20')).toContain('CWG-COP')
    expect(await does('meeting', 'list')).toContain('Geneva')

    expect(
      await cannot('open', 'safety', '--from', '2026-03-01', '--until', '2026-03-28', '--languages', 'en')
    ).toContain('safety')
    const imported = await does('import', file('form.xlsx'), '--slug', 'safety')
    expect(imported).toContain('4 questions')
    expect(imported).toMatch(/row 6/)
    expect(imported).toMatch(/required/)
    expect(await does('check', 'safety')).toContain('No problems in en, fr')
    expect(await cannot('answers', 'import', 'safety', file('answers.csv'))).toContain('not been opened')

    const dates = [
      '--from',
      '2026-03-01',
      '--until',
      '2026-03-28',
      '--past',
      '--assurances',
      file('assured.txt')
    ]
    expect(await cannot('open', 'safety', ...dates, '--languages', 'en,ar')).toContain(
      'earshot check safety --languages ar,en'
    )
    expect(
      await cannot(
        'open',
        'safety',
        ...dates,
        '--languages',
        'en',
        '--breakdowns',
        'gender,wish,feels_safe,told'
      )
    ).toContain('At most 3')
    expect(
      await cannot('open', 'safety', '--from', '1 March', '--until', '2026-03-28', '--languages', 'en')
    ).toContain('1 March')
    const unassured = await cannot('open', 'safety', ...dates.slice(0, 5), '--languages', 'en')
    for (const name of ['earshot assurances template', 'controller: ', 'safeguarding-procedure: '])
      expect(unassured).toContain(name)
    await writeFile(file('half.txt'), assurancesFile({ ...assurances, ethics: '', contact: 'by telephone' }))
    const half = await cannot('open', 'safety', ...dates.slice(0, 6), file('half.txt'), '--languages', 'en')
    expect(half.split('\n').map(line => line.split(':')[0])).toEqual(['contact', 'ethics-approval', ''])
    const opened = await does(
      'open',
      'safety',
      ...dates,
      '--languages',
      'en,fr',
      '--breakdowns',
      'gender',
      '--meeting',
      '24'
    )
    expect(opened).toContain('without a second person')
    expect(await cannot('open', 'safety', ...dates, '--languages', 'en')).toContain('already')
    expect(await cannot('import', file('form.xlsx'), '--slug', 'safety')).toContain('fixed')

    const bad = await cannot('answers', 'import', 'safety', file('bad.csv'))
    expect(bad).toContain('line 2, question feels_safe')
    expect(bad).toContain('line 4, question gender')
    expect(await does('answers', 'import', 'safety', file('answers.csv'))).toContain('110 responses')
    expect(await cannot('answers', 'import', 'safety', file('answers.csv'))).toContain('--again')

    expect(await does('close', 'safety')).toContain('closed')
    const astray = await commandLine({ DATABASE_URL: database.url, EARSHOT_KEYS: file('astray') })(
      'release',
      'safety'
    )
    expect(astray).toMatchObject({ code: 1, out: '' })
    expect(astray.err).toContain('EARSHOT_KEYS')
    await expect(stat(file('astray'))).rejects.toThrow('ENOENT')
    const released = await does('release', 'safety')
    const hash = /SHA-256 ([0-9a-f]{64})/.exec(released)?.[1]
    expect(await does('release', 'safety')).toContain(hash)
    const [status] = JSON.parse(await does('status', 'safety', '--json')) as {
      responsesAtLeast: number
      status: string
      latestRelease: { hash: string }
    }[]
    expect(status).toMatchObject({
      status: 'closed',
      responsesAtLeast: 110,
      meeting: 'CWG-COP/24',
      latestRelease: { number: 1, hash, responses: 110 }
    })

    await does('export', 'safety', '--format', 'csv', '--out', file('out/results.csv'))
    await does(
      'export',
      'safety',
      '--format',
      'csv',
      '--language',
      'fr',
      '--bom',
      '--out',
      file('out/fr.csv')
    )
    await does('export', 'safety', '--format', 'json', '--out', file('out/release.json'))
    await does('export', 'safety', '--format', 'html', '--language', 'fr', '--out', file('out/page.html'))
    expect(
      await cannot('export', 'safety', '--format', 'csv', '--release', '9', '--out', file('x.csv'))
    ).toContain('9')
  })

  it('gets a CSV that says in every line what may be said, and no more', async () => {
    const csv = await readFile(file('out/results.csv'), 'utf8')
    const rows = parse(csv, { columns: true }) as Record<string, string>[]
    expect(Object.keys(rows[0]!)).toEqual(
      'wave,version,question_id,question_text,option_code,option_text,group,group_value,n,base,percent,status,lang'.split(
        ','
      )
    )
    for (const row of rows) {
      if (row['n'] !== '') expect(Number(row['n'])).toBeGreaterThanOrEqual(10)
      if (row['percent'] !== '') expect(Number(row['base'])).toBeGreaterThanOrEqual(50)
      expect(['', 'c', 't', 'low', 'x']).toContain(row['status'])
    }
    const safe = rows.find(
      row => row['question_id'] === 'feels_safe' && row['option_code'] === 'yes' && row['group'] === ''
    )
    expect(Math.abs(Number(safe?.['n']) - 73)).toBeLessThanOrEqual(5)
    expect(await readFile(file('out/fr.csv'), 'utf8')).toMatch(/^\uFEFFwave,/)
  })

  it('gets the very JSON that was hashed', async () => {
    const { createHash } = await import('node:crypto')
    const json = await readFile(file('out/release.json'), 'utf8')
    const hash = createHash('sha256').update(json).digest('hex')
    expect(await does('status', 'safety')).toContain(hash)
  })

  it('reads the results in one file that loads nothing', async () => {
    const html = await readFile(file('out/page.html'), 'utf8')
    expect(html).toMatch(/<html lang="fr" dir="ltr" class="standard">/)
    expect(html).toContain('Te sens-tu en sécurité en ligne')
    expect(html).not.toMatch(/<script|<link|<img|url\(/)
  })

  it('takes the official words of the meeting into the document, in one file for each language', async () => {
    await does('meeting', 'words', '24', '--out', file('out/words.json'))
    const words = JSON.parse(await readFile(file('out/words.json'), 'utf8')) as Record<string, object>
    expect(Object.keys(words)).toEqual(['ar', 'zh', 'en', 'fr', 'ru', 'es'])
    const own = { ...words, fr: { ...words['fr'], source: 'Note de la présidente du groupe' } }
    // Some editors begin a file with a byte order mark.
    await writeFile(file('own.json'), `\uFEFF${JSON.stringify(own)}`)
    expect(await does('meeting', 'words', '24', '--in', file('own.json'))).toContain('1 text of its own')

    const report = ['report', 'safety', '--document-number', 'CWG-COP-24/3-E'] as const
    await does(
      ...report,
      '--language',
      'all',
      '--format',
      'docx',
      '--out',
      file('out/report-{language}.docx')
    )
    const [french, english] = [
      textInWord(await readFile(file('out/report-fr.docx'))),
      textInWord(await readFile(file('out/report-en.docx')))
    ]
    expect(french).toContain('Note de la présidente du groupe')
    expect(french).toContain('CWG-COP-24/3-F')
    expect(english).toContain('Report by the Chair')
    expect(english).toContain('CWG-COP-24/3-E')

    await does(
      ...report,
      '--language',
      'fr',
      '--format',
      'html',
      '--box',
      'purpose',
      '--out',
      file('out/r.html')
    )
    const html = await readFile(file('out/r.html'), 'utf8')
    expect(html).toMatch(/<html lang="fr" dir="ltr" class="standard">/)
    expect(html).toContain('src="data:image/png;base64,')
    expect(html).not.toMatch(/<script|<link|url\(|(src|href)="[^d#]/)
  })

  it.each([
    ['another language', ['--language', 'ar'], 1, 'en, fr'],
    ['several languages in one file', ['--language', 'all'], 1, '{language}'],
    ['a chart that there is not', ['--language', 'en', '--charts', 'safest'], 1, 'safest'],
    ['a form of the box that there is not', ['--language', 'en', '--box', 'square'], 2, 'purpose'],
    ['a number that is none', ['--language', 'en', '--document-number', '<3>'], 2, 'CWG-COP-24/3'],
    ['a release that there is not', ['--language', 'en', '--release', '9'], 1, '9']
  ])('is told what to do about a document in %s', async (_, words, code, hint) => {
    const ran = await earshot('report', 'safety', '--format', 'docx', '--out', file('x.docx'), ...words)
    expect(ran.code).toBe(code)
    expect(ran.err).toContain(hint)
    await expect(stat(file('x.docx'))).rejects.toThrow('ENOENT')
  })

  it.each<[string, string | Buffer, string]>([
    ['no JSON', 'Hello', 'JSON'],
    ['a language that we do not have', '{ "de": {} }', 'de'],
    ['a word that the form does not have', '{ "fr": { "sourc": "x" } }', 'fr'],
    ['an empty word', '{ "fr": { "source": "" } }', 'fr.source'],
    ['a word that nobody sees', '{ "fr": { "source": "\\u200b " } }', 'fr.source'],
    ['a word that cannot be stored', '{ "fr": { "source": "a\\u0000b" } }', 'fr.source'],
    ['half a character', '{ "fr": { "source": "a\\ud800b" } }', 'fr.source'],
    ['a list', '[]', '{'],
    ['letters that are not UTF-8', Buffer.from('{ "fr": { "source": "caf\u00e9" } }', 'latin1'), 'JSON']
  ])('is told what is wrong with words of the form that hold %s', async (_, content, hint) => {
    await writeFile(file('wrong.json'), content)
    const { code, err } = await earshot('meeting', 'words', '24', '--in', file('wrong.json'))
    expect(code).toBe(1)
    expect(err).toContain(hint)
  })

  it.each([
    ['a file that is not there', ['import', 'nowhere.xlsx', '--slug', 'x'], 1, 'no such file'],
    ['a slug that cannot stand in an address', ['import', 'form.xlsx', '--slug', 'A b'], 1, 'A b'],
    ['a consultation that does not exist', ['close', 'nothing'], 1, 'nothing'],
    ['a format we do not write', ['export', 'safety', '--format', 'pdf', '--out', 'x'], 2, 'csv'],
    ['a command we do not know', ['frobnicate'], 2, '--help'],
    ['an option that is missing', ['import', 'form.xlsx'], 2, '--slug']
  ])('is told what to do about %s', async (_, words, code, hint) => {
    const ran = await earshot(...words)
    expect(ran.code).toBe(code)
    expect(ran.err).toContain(hint)
    expect(ran.err).not.toMatch(/^\s+at .*:\d+/m)
  })

  it('finds help on every command', async () => {
    const { code, out } = await earshot('--help')
    expect(code).toBe(0)
    for (const command of [
      'meeting',
      'import',
      'check',
      'open',
      'status',
      'answers',
      'close',
      'release',
      'export',
      'report',
      'library',
      'use'
    ]) {
      expect(out).toContain(command)
    }
  })
})
