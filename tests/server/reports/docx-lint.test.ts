import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { docxOf } from '../../../server/reports/docx.ts'
import { openDocxLinter, type DocxLinter } from '../../support/docx-lint.ts'
import { withPart } from './docx-parts.ts'
import { sampleReport, whitePainter } from './docx-sample.ts'

let linter: DocxLinter
let good: Record<'en' | 'ar', Buffer>

beforeAll(async () => {
  linter = await openDocxLinter()
  good = {
    en: await docxOf(sampleReport('en'), whitePainter),
    ar: await docxOf(sampleReport('ar'), whitePainter)
  }
})
afterAll(() => linter.close())

const body = 'word/document.xml'

/** What is broken, in which part, how, and what is said of it. */
const breaks: readonly (readonly [string, 'en' | 'ar', string, (xml: string) => string, RegExp])[] = [
  ['a bare &', 'en', body, xml => xml.replace('Introduction', 'Q&A'), /not well-formed/],
  ['a control character', 'en', body, xml => xml.replace('Introduction', '\u0001'), /not well-formed/],
  [
    'no title',
    'en',
    'docProps/core.xml',
    xml => xml.replace(/<dc:title>.*<\/dc:title>/, ''),
    /title missing/
  ],
  [
    'an empty title',
    'en',
    'docProps/core.xml',
    xml => xml.replace(/<dc:title>[^<]*/, '<dc:title> '),
    /title missing/
  ],
  [
    'no language among the properties',
    'en',
    'docProps/core.xml',
    xml => xml.replace(/<dc:language>.*<\/dc:language>/, ''),
    /core\.xml: language missing/
  ],
  [
    'no language of the document',
    'en',
    'word/styles.xml',
    xml => xml.replace(/<w:lang [^>]*>/, ''),
    /styles\.xml: language missing/
  ],
  ['a run without language', 'en', body, xml => xml.replace(/<w:lang [^>]*>/, ''), /run without language/],
  [
    'a run without language in a header',
    'en',
    'word/header1.xml',
    xml => xml.replace(/<w:lang [^>]*>/, ''),
    /header1\.xml: run without language/
  ],
  [
    'an Arabic run that has a language for Latin letters only',
    'ar',
    body,
    xml => xml.replace(/ w:bidi="ar-SA"/, ''),
    /run without language/
  ],
  [
    'a heading two levels below the one before',
    'en',
    body,
    xml => xml.replace('"Heading2"', '"Heading3"'),
    /heading order: level 3 after level 1/
  ],
  [
    'a first heading that is not of the first level',
    'en',
    body,
    xml => xml.replace('"Heading1"', '"Heading2"'),
    /heading order: level 2 after level 0/
  ],
  [
    'a table without header row',
    'en',
    body,
    xml => xml.replace('<w:tblHeader/>', ''),
    /table without header row/
  ],
  [
    'a picture without alternative text',
    'en',
    body,
    xml => xml.replace(/(<wp:docPr [^>]*) descr="[^"]*"/, '$1'),
    /picture without alternative text/
  ],
  [
    'a picture with an empty alternative text',
    'en',
    body,
    xml => xml.replace(/(<wp:docPr [^>]*) descr="[^"]*"/, '$1 descr=""'),
    /picture without alternative text/
  ],
  [
    'two pictures with one id',
    'en',
    body,
    xml => xml.replace('<wp:docPr id="2"', '<wp:docPr id="1"'),
    /pictures with the same id/
  ],
  ['an empty paragraph', 'en', body, xml => xml.replace('<w:body>', '<w:body><w:p/>'), /empty paragraph/],
  [
    'a field that shows nothing',
    'en',
    'word/header1.xml',
    xml => xml.replace('>2</w:t>', '></w:t>'),
    /empty field/
  ],
  [
    'a field in several runs that shows nothing',
    'en',
    body,
    xml =>
      xml.replace(
        '</w:p>',
        ['begin', 'separate', 'end'].map(type => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`).join('') +
          '</w:p>'
      ),
    /empty field/
  ],
  [
    'an Arabic section from left to right',
    'ar',
    body,
    xml => xml.replace('<w:bidi/><w:docGrid', '<w:docGrid'),
    /section/
  ],
  [
    'an Arabic paragraph from left to right',
    'ar',
    body,
    xml => xml.replace('<w:bidi/>', ''),
    /paragraph without bidi/
  ],
  [
    'an Arabic paragraph that says it does not run from right to left',
    'ar',
    body,
    xml => xml.replace('<w:bidi/>', '<w:bidi w:val="0"/>'),
    /paragraph without bidi/
  ],
  ['an Arabic run from left to right', 'ar', body, xml => xml.replace('<w:rtl/>', ''), /run without rtl/],
  [
    'an Arabic table from left to right',
    'ar',
    body,
    xml => xml.replace('<w:bidiVisual/>', ''),
    /table without bidiVisual/
  ],
  [
    'an isolate',
    'en',
    body,
    xml => xml.replace('A friend', '\u2068A friend\u2069'),
    /direction that Word does not know/
  ],
  ['a style that nobody wrote', 'en', body, xml => xml.replace('"Title"', '"Titel"'), /no style Titel/],
  [
    'a part that is not there',
    'en',
    'word/_rels/document.xml.rels',
    xml => xml.replace('Target="settings.xml"', 'Target="setting.xml"'),
    /word\/setting\.xml is not there/
  ],
  [
    'a part that is promised and not there',
    'en',
    '[Content_Types].xml',
    xml => xml.replace('/word/settings.xml', '/word/setting.xml'),
    /\/word\/setting\.xml is not there/
  ],
  [
    'an element where Word does not look for it',
    'ar',
    body,
    xml => xml.replace(/(<w:pStyle [^>]*>)(<w:bidi\/>)/, '$2$1'),
    /w:pStyle is out of order in w:pPr/
  ],
  [
    'a part of no type',
    'en',
    '[Content_Types].xml',
    xml => xml.replace(/<Default [^>]*Extension="png"\/>/, ''),
    /\.png has no type/
  ]
]

describe('the lint of Word documents', () => {
  it.each(['en', 'ar'] as const)('finds nothing in a good document: %s', async language => {
    expect(await linter.problemsOf(good[language])).toEqual([])
  })

  it.each(breaks)('finds %s', async (_, language, path, change, said) => {
    const problems = await linter.problemsOf(withPart(good[language], path, change))
    expect(problems.filter(problem => said.test(problem))).toHaveLength(1)
  })
})
