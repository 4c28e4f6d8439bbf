import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '#analytics'
import { languages, type Language } from '#locales'
import { docxOf } from '../../../server/reports/docx.ts'
import { openDocxLinter, type DocxLinter } from '../../support/docx-lint.ts'
import { partOf, textIn } from './docx-parts.ts'
import { said, sampleReport, whitePainter } from './docx-sample.ts'

let linter: DocxLinter
beforeAll(async () => {
  linter = await openDocxLinter()
})
afterAll(() => linter.close())

const english = sampleReport('en')
const inEnglish = (change: Partial<Report> = {}): Promise<Buffer> =>
  docxOf({ ...english, ...change }, whitePainter)

describe('a report as a Word document', () => {
  it('says the head, the source and the title in the order of a Council document', async () => {
    expect(
      textIn(await inEnglish())
        .split('\n')
        .slice(0, 9)
    ).toEqual([
      'Demonstration: the answers in this document are made up.',
      'Council Working Group on Child Online Protection',
      'Twenty-fourth meeting',
      'Geneva, 20–22 April 2026',
      'Document CWG-COP-24/__-E',
      '30 March 2026',
      'Original: English',
      'Report by the Chair of the Council Working Group on Child Online Protection',
      'Outcome of the consultation with children and young people on getting help online'
    ])
  })

  it('sets the references off by a rule, and ends the main part with one', async () => {
    const lines = textIn(await inEnglish()).split('\n')
    const rules = lines.flatMap((line, index) => (/^_+$/.test(line) ? [lines[index + 1]] : []))
    expect(rules).toEqual(['References', 'Annex 1How the figures were made'])
  })

  it('takes the five entries of the newer box as they come', async () => {
    const terms = [
      'Purpose',
      'Action required by the Council',
      'Strategic plan',
      'Financial implications',
      'References'
    ]
    const text = textIn(
      await inEnglish({ box: terms.map(term => ({ term, paragraphs: [`About ${term}.`] })) })
    )
    expect(text).toContain(
      terms
        .slice(0, 4)
        .map(term => `${term}\nAbout ${term}.\n`)
        .join('')
    )
  })

  it('numbers headings and paragraphs', async () => {
    const text = textIn(await inEnglish())
    expect(text).toContain('\n1\tIntroduction\n1.1\tThe consultation “Getting help online” was open')
    expect(text).toContain('March 2026. It drew 1,245 responses')
  })

  it('puts no space between the sentences of a Chinese paragraph', async () => {
    const sections = [
      {
        number: 1,
        heading: '引言',
        blocks: [
          { kind: 'paragraph', number: '1.1', sentences: [said('第一句。'), said('第二句。')], basis: '' }
        ]
      }
    ] as const
    expect(textIn(await inEnglish({ language: 'zh', sections }))).toContain('1.1\t第一句。第二句。')
  })

  it('runs the number and the page over every page but the first', async () => {
    const docx = await inEnglish()
    expect(textIn(docx, 'word/header1.xml')).toBe(
      '– 2 –\nCWG-COP-24/__-E\nDemonstration: the answers in this document are made up.\n'
    )
    expect(textIn(docx, 'word/header2.xml')).toBe(
      'Demonstration: the answers in this document are made up.\n'
    )
    expect(partOf(docx, 'word/document.xml')).toContain('<w:titlePg/>')
  })

  it('says nothing of a demonstration where there is none', async () => {
    const docx = await inEnglish({ demonstration: null })
    expect(textIn(docx) + textIn(docx, 'word/header1.xml')).not.toContain('made up')
    expect(partOf(docx, 'word/header2.xml')).toBe('')
  })

  it('keeps a hash whole and in one direction', async () => {
    const runs = partOf(await docxOf(sampleReport('ar'), whitePainter), 'word/document.xml').split('<w:r>')
    const hash = runs.filter(run => run.includes('9f86d081'))
    expect(hash).toHaveLength(1)
    expect(hash[0]).toContain('<w:rStyle w:val="Code"/>')
    expect(hash[0]).not.toContain('<w:rtl/>')
  })

  it('sets numbers at the end of the line and words at its beginning', async () => {
    const cells = partOf(await inEnglish(), 'word/document.xml').split('<w:tc>')
    const styleOf = (text: string) =>
      /w:pStyle w:val="(\w+)"/.exec(cells.find(cell => cell.includes(`>${text}<`))!)![1]
    expect(['Answer', 'Count', 'A parent', '373', '31%', '[c]'].map(styleOf)).toEqual([
      'TableHeading',
      'TableNumberHeading',
      'TableText',
      'TableNumber',
      'TableNumber',
      'TableNumber'
    ])
  })

  it('names tables and pictures for people who do not see them', async () => {
    const xml = partOf(await inEnglish(), 'word/document.xml')
    expect(xml).toContain('<w:tblCaption w:val="Table 1. Whom would you tell first?"/>')
    expect(xml).toContain('descr="Bar chart: 62 per cent chose “A friend”, 31 per cent “A parent”."')
  })

  it('leaves the look to styles', async () => {
    const xml = partOf(await inEnglish(), 'word/document.xml')
    expect(xml).not.toMatch(/<w:(b|i|sz|color|jc|spacing)[ /]/)
    expect(xml.match(/<w:tblBorders>/g)).toHaveLength(2)
  })

  it('is the same file for the same report, whenever and wherever it is made', async () => {
    const first = await inEnglish()
    const zone = process.env['TZ']
    process.env['TZ'] = 'Pacific/Auckland'
    const second = await inEnglish()
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
    expect(second.equals(first)).toBe(true)
    expect(partOf(first, 'docProps/core.xml')).not.toContain('dcterms')
  })

  it.each(languages)('passes the lint whatever the language: %s', async language => {
    const report: Report = language === 'ar' ? sampleReport('ar') : { ...english, language }
    expect(await linter.problemsOf(await docxOf(report, whitePainter))).toEqual([])
  })

  it.each<[Language, RegExp]>([
    ['en', /w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/],
    ['zh', /w:val="zh-CN"/],
    ['ar', /w:val="ar-SA"/]
  ])('says in which language it is: %s', async (language, languagesOfDocument) => {
    const docx = await inEnglish({ language })
    expect(/<w:lang [^>]*>/.exec(partOf(docx, 'word/styles.xml'))?.[0]).toMatch(languagesOfDocument)
    expect(partOf(docx, 'word/settings.xml')).toMatch(languagesOfDocument)
  })

  it('stops where a figure was not painted', async () => {
    const broken = { ...whitePainter, paint: () => Promise.reject(new Error('no fonts')) }
    await expect(docxOf(english, broken)).rejects.toThrow('no fonts')
  })
})

describe('texts that mean no good', () => {
  const hostile = [
    '</w:t></w:r><w:r><w:t>',
    ']]>',
    '&amp; & &#0; &lt;',
    '<w:docGrid <w:bidi/>',
    '</w:tblPr></w:settings></w:styles>',
    '"quoted" and \'quoted\'',
    '\u0000\u0007\u001b\u007f\u0085\ufffe\uffff',
    '\ud800 half \udc00',
    '\u202e\u2068\u2067\u2069\u2069\u2068',
    'line\nbreak\ttab\u2028separator',
    'w'.repeat(5000),
    '{earshot-bullets-0}',
    '$& $1 $`'
  ].join(' ')

  it.each(['en', 'ar'] as const)('are only words in the document: %s', async language => {
    const docx = await docxOf(withTexts(sampleReport(language), hostile), whitePainter)
    expect(await linter.problemsOf(docx)).toEqual([])
    expect(textIn(docx)).toContain('line break tab separator')
    expect(textIn(docx)).toContain('$&amp; $1 $`')
    expect(textIn(docx).replaceAll('\u2060', '')).toContain('{earshot-bullets-0}')
  })
})

/** The same report with another text wherever it has one. */
function withTexts<T>(value: T, text: string): T {
  return JSON.parse(JSON.stringify(value), (key, each: unknown) =>
    typeof each === 'string' && !['language', 'kind', 'type'].includes(key) ? text : each
  ) as T
}
