import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importXlsform } from '#surveys'
import sentences from '../../../locales/en/import.json' with { type: 'json' }
import { readWorkbook } from '../../../server/secretariat/workbook.ts'
import { workbookOf, workbookParts, zipOf } from '../../support/workbook.ts'

async function problemIn(bytes: Buffer): Promise<string> {
  const read = await readWorkbook(bytes)
  return read.ok ? 'no problem' : read.problems.map(problem => problem.code).join()
}

async function cellsOf(rows: string, after = ''): Promise<unknown> {
  const read = await readWorkbook(
    workbookOf([{ name: 'survey', xml: `<sheetData>${rows}</sheetData>${after}` }])
  )
  return read.ok ? read.value[0]?.rows : read.problems
}

describe('reading a workbook', () => {
  it('gives sheets in their order, with texts, numbers and booleans where they stand', async () => {
    const sheets = [
      {
        name: 'survey',
        rows: [
          ['type', 'name'],
          [null, null],
          ['text', 'Größe <b> & "q"'],
          [2022, true]
        ]
      },
      { name: 'choices', rows: [['list_name']] }
    ]
    expect(await readWorkbook(workbookOf(sheets))).toEqual({ ok: true, value: sheets })
  })

  it('keeps row numbers when rows above are missing', async () => {
    expect(await cellsOf('<row r="3"><c r="B3"><v>7</v></c></row>')).toEqual([
      [null, null],
      [null, null],
      [null, 7]
    ])
  })

  it('gives dates as calendar dates', async () => {
    expect(await cellsOf('<row r="1"><c r="A1" s="1"><v>43361</v></c></row>')).toEqual([['2018-09-18']])
  })

  it('takes the stored result of a formula', async () => {
    const xml =
      '<row r="1"><c r="A1" t="str"><f>"te"&amp;"xt"</f><v>text</v></c><c r="B1"><f>1+1</f><v>2</v></c></row>'
    expect(await cellsOf(xml)).toEqual([['text', 2]])
  })

  it('shows errors, and formulas without a result, instead of dropping them', async () => {
    const xml =
      '<row r="1"><c r="A1" s="0"/><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>' +
      '<c r=\'C1\'><f>NOW()</f></c><c r="D1" t="str"><f>B9</f><v></v></c><c r="E1"><v>1</v></c></row>'
    expect(await cellsOf(xml)).toEqual([[null, '#DIV/0!', '#N/A', null, 1]])
  })

  it('has the value of merged cells in the first of them', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"/></row>'
    const merged = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    expect(await cellsOf(rows, merged)).toEqual([[1]])
  })

  it('reads a sheet that is formatted down to its last row', async () => {
    expect(
      await cellsOf('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>')
    ).toEqual([[1]])
  })

  it('leads from bytes to a questionnaire', async () => {
    const survey = {
      name: 'survey',
      rows: [
        ['type', 'name', 'label::English (en)'],
        ['text', 'wish', 'What do you wish for?']
      ]
    }
    const read = await readWorkbook(workbookOf([survey]))
    expect(read.ok && importXlsform(read.value, 'Wishes').outcome).toBe('imported')
  })
})

describe('a file that is no workbook', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'workbook.empty'],
    ['a text', Buffer.from('type,name,label\n'), 'workbook.notZip'],
    ['an old .xls file', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'workbook.oldXls'],
    [
      'a workbook with a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'workbook.encrypted'
    ],
    [
      'a zip archive of something else',
      zipOf([{ path: 'word/document.xml', content: '<w/>' }]),
      'workbook.notWorkbook'
    ],
    ['more than 10 MB', Buffer.alloc(10_000_001, 'PK'), 'workbook.tooBig']
  ])('is named for what it is: %s', async (_, bytes, code) => {
    expect(await problemIn(bytes)).toBe(code)
  })

  it('is told apart from a sound one wherever it is cut off', async () => {
    const whole = workbookOf([{ name: 'survey', rows: [['type', 'name']] }])
    for (let length = 4; length < whole.length; length += 37) {
      expect(await problemIn(whole.subarray(0, length))).toBe('workbook.damaged')
    }
  })

  it('never throws, whatever bytes it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async bytes => {
        expect(await problemIn(Buffer.concat([Buffer.from('PK'), bytes]))).toBe('workbook.damaged')
      })
    )
  })

  it('never throws, whichever of its bytes were changed', async () => {
    const whole = workbookOf([{ name: 'survey', rows: [['type', 'name', 'label']] }])
    const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async changes => {
        const bytes = Buffer.from(whole)
        for (const [at, value] of changes) bytes[at] = value
        expect(await problemIn(bytes)).toMatch(/^(no problem|workbook\.\w+)$/)
      }),
      { numRuns: 200 }
    )
  }, 20_000)

  it('is refused when any byte of a sheet was changed', async () => {
    const parts = workbookParts([{ name: 'survey', rows: [['type']] }])
    const broken = parts.map(part => (part.path.includes('sheet1') ? { ...part, claims: { crc: 1 } } : part))
    expect(await problemIn(zipOf(broken))).toBe('workbook.damaged')
  })

  it('is refused when its parts are encrypted', async () => {
    const parts = workbookParts([]).map(part => ({ ...part, claims: { flags: 1 } }))
    expect(await problemIn(zipOf(parts))).toBe('workbook.encrypted')
  })

  it.each([
    ['a tag left open', '<row r="1"><c r="A1"><v>1</v>'],
    ['a cell without an address', '<row r="1"><c><v>1</v></c></row>'],
    ['an address beyond the sheet', '<row r="9999999"><c r="A9999999"><v>1</v></c></row>'],
    ['a sign inside a tag that could hide an address', '<row foo=">" r="99999999"><c r="A1"/></row>'],
    [
      'a row before the one above it',
      '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'
    ],
    ['a text that is not there', '<row r="1"><c r="A1" t="s"><v>5</v></c></row>']
  ])('is refused when its XML is broken: %s', async (_, xml) => {
    expect(await cellsOf(xml)).toEqual([{ at: 'workbook', code: 'workbook.damaged' }])
  })
})

describe('a workbook made to cost too much', () => {
  it('is refused while it unpacks, whatever size it claims', async () => {
    const content = Buffer.alloc(60_000_000)
    const bombs = [10, 60_000_000, 4_000_000_000].map(size =>
      zipOf([
        ...workbookParts([]),
        { path: 'xl/worksheets/sheet9.xml', content, deflated: true, claims: { size } }
      ])
    )
    const before = process.memoryUsage().rss
    for (const bomb of bombs) expect(await problemIn(bomb)).toBe('workbook.unpacksTooBig')
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  }, 20_000)

  it('is refused when many parts add up', async () => {
    const part = Buffer.alloc(4_000_000, 'ab')
    const parts = Array.from({ length: 14 }, (_, n) => ({
      path: `xl/${n}.xml`,
      content: part,
      deflated: true
    }))
    expect(await problemIn(zipOf([...workbookParts([]), ...parts]))).toBe('workbook.unpacksTooBig')
  })

  it('is refused with more than 2 000 parts', async () => {
    const parts = Array.from({ length: 2_001 }, (_, n) => ({ path: `xl/${n}.xml`, content: '' }))
    expect(await problemIn(zipOf(parts))).toBe('workbook.unpacksTooBig')
  })

  it('does not unpack pictures', async () => {
    const picture = { path: 'xl/media/image1.png', content: Buffer.alloc(60_000_000), deflated: true }
    expect(await problemIn(zipOf([...workbookParts([{ name: 'survey', rows: [['type']] }]), picture]))).toBe(
      'no problem'
    )
  })

  it('is refused when one far cell would make a huge table', async () => {
    const far = '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    expect(await cellsOf(far)).toEqual([
      { at: 'workbook', code: 'workbook.tooManyCells', params: { most: 2_000_000 } }
    ])
  })

  it('is refused with a cell no spreadsheet could hold', async () => {
    const rows = [['type'], ['x'.repeat(1_000_000)]]
    expect(await problemIn(workbookOf([{ name: 'survey', rows }]))).toBe('workbook.cellTooLong')
  })

  it('still reads 100 000 rows', async () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => ['text', `q${n}`, 'Why?'])
    const read = await readWorkbook(workbookOf([{ name: 'survey', rows }]))
    expect(read.ok && read.value[0]?.rows.length).toBe(100_000)
  }, 30_000)
})

describe('what is said about a workbook', () => {
  it('has a sentence for every code, and no code without use', () => {
    const folder = new URL('../../../server/secretariat/', import.meta.url)
    const source = ['workbook.ts', 'archive.ts']
      .map(file => readFileSync(new URL(file, folder), 'utf8'))
      .join('')
    const used = new Set([...source.matchAll(/'workbook\.([a-z]\w+)'/gi)].map(match => match[1]))
    expect([...used].sort()).toEqual(Object.keys(sentences.workbook).sort())
  })
})
