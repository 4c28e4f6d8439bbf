import { describe, expect, it } from 'vitest'
import {
  closedQuestionsOf,
  figureNumberOf,
  questionsWithCharts,
  reportOf,
  wholeTableOf,
  type MainBlock,
  type Release,
  type Report
} from '#analytics'
import { factsOf, languages } from '#locales'
import { profileCodes, type Answer, type Answers, type Questionnaire } from '#surveys'
import { libraryRelease } from '../../support/library-release.ts'
import { madeRelease } from '../../support/made-release.ts'
import { options, words } from '../../support/sample-questionnaire.ts'

const hash = 'ab12'.repeat(16)
const release = libraryRelease()
const meeting = {
  body: 'CWG-COP',
  number: 24,
  place: 'Geneva',
  startsOn: '2027-02-01',
  endsOn: '2027-02-03'
}
const atMeeting = withConsultation({ meeting })

describe.each(languages)('the document in %s', language => {
  const report = reportOf({ release, hash, language })
  const english = reportOf({ release, hash, language: 'en' })

  it('has the same paragraphs as in English, resting on the same numbers', () => {
    const paragraphs = ({ sections }: Report) =>
      sections.flatMap(({ blocks }) => blocks.filter(isParagraph).map(({ number, basis }) => [number, basis]))
    expect(paragraphs(report)).toEqual(paragraphs(english))
    expect(paragraphs(report).length).toBeGreaterThan(12)
  })

  it('has the same figures and tables, under the numbers of the page of results', () => {
    const figures = (of: Report) =>
      blocksOf(of).flatMap(block => (block.kind === 'figure' ? [block.figure] : []))
    expect(figures(report).map(figure => [figure.number, figure.question])).toEqual(
      figures(english).map(figure => [figure.number, figure.question])
    )
    expect(figures(report).map(({ number, question }) => [number, question])).toEqual(
      figures(report).map(({ question }) => [figureNumberOf(release, question), question])
    )
    const tables = blocksOf(report).flatMap(block =>
      block.kind === 'table' ? (block.table.number ?? []) : []
    )
    expect(tables).toEqual(tables.map((_, index) => index + 1))
  })

  it('bears the letter of its language', () => {
    const { head } = reportOf({ release: atMeeting, hash, language, documentNumber: 'CWG-COP-24/3' })
    expect(head.running).toBe(`CWG-COP-24/3-${factsOf(language).letter}`)
    expect(head.document).toContain(head.running)
  })

  it('says that answers are made up, in a demonstration', () => {
    const real = withConsultation({ demonstration: false })
    expect(report.demonstration).not.toBeNull()
    expect(reportOf({ release: real, hash, language }).demonstration).toBeNull()
  })

  it('leaves nothing empty', () => {
    expect(emptyTexts(reportOf({ release: atMeeting, hash, language, box: 'purpose' }))).toEqual([])
  })
})

describe('the head of a document', () => {
  it('has a place for the number until the secretariat gives one', () => {
    expect(reportOf({ release: atMeeting, hash, language: 'fr' }).head.running).toBe('CWG-COP-24/__-F')
    expect(reportOf({ release, hash, language: 'fr' }).head.running).toBe('C__/__-F')
  })

  it('names body and place in its language where they are known, else as they were entered', () => {
    const { head } = reportOf({ release: atMeeting, hash, language: 'es' })
    expect(head.placeAndDates).toContain('Ginebra')
    const elsewhere = withConsultation({ meeting: { ...meeting, body: 'WG-9', place: 'Nairobi' } })
    const other = reportOf({ release: elsewhere, hash, language: 'es' }).head
    expect(other.body).toBe('WG-9')
    expect(other.placeAndDates).toContain('Nairobi')
  })

  it.each(['constructor', 'toString', '__proto__'])(
    'takes “%s” for the name of a body or place like any other',
    name => {
      const odd = withConsultation({ meeting: { ...meeting, body: name, place: name } })
      const { head } = reportOf({ release: odd, hash, language: 'es' })
      expect(head.body).toBe(name)
      expect(head.placeAndDates).toContain(name)
    }
  )

  it('takes the words of the meeting where it has its own', () => {
    const formWords = { fr: { source: 'Note de la présidente', actionText: 'Prendre note.' } }
    const french = reportOf({ release: atMeeting, hash, language: 'fr', formWords })
    expect(french.head.source).toBe('Note de la présidente')
    expect(french.box.flatMap(({ paragraphs }) => paragraphs)).toContain('Prendre note.')
    expect(reportOf({ release: atMeeting, hash, language: 'en', formWords }).head.source).toBe(
      'Report by the Chair'
    )
  })

  it('names the language in which it was first written', () => {
    expect(reportOf({ release, hash, language: 'en', original: 'fr' }).head.original).toBe('Original: French')
  })
})

describe('the box', () => {
  it('comes in the older and in the newer form', () => {
    const terms = (box: 'summary' | 'purpose') =>
      reportOf({ release, hash, language: 'en', box }).box.map(({ term }) => term)
    expect(terms('summary')).toEqual(['Summary', 'Action required', 'References'])
    expect(terms('purpose')).toEqual([
      'Purpose',
      'Action required by the Council',
      'Relevant link(s) with the Strategic Plan of the Union',
      'Financial implications',
      'References'
    ])
  })
})

describe('charts in the main part', () => {
  const chartsIn = (charts?: readonly string[]) =>
    reportOf({ release, hash, language: 'en', charts })
      .sections.flatMap(({ blocks }) => blocks)
      .flatMap(block => (block.kind === 'figure' ? [block.figure.question] : []))

  it('are two unless told', () => {
    expect(chartsIn()).toHaveLength(2)
  })

  it('are those that were asked for, in the order of the form', () => {
    expect(chartsIn(['girls', 'obstacles'])).toEqual(['obstacles', 'girls'])
    expect(chartsIn([])).toEqual([])
  })

  it.each([
    ['a question without one', release, 'future'],
    ['a background question, which has no paragraph there', release, 'age_band'],
    ['a question on which nothing can be said', libraryRelease(80), 'obstacles']
  ])('are refused for %s', (_, of, question) => {
    expect(() => reportOf({ release: of, hash, language: 'en', charts: [question] })).toThrow(RangeError)
    expect(questionsWithCharts(of)).not.toContain(question)
  })

  it.each(questionsWithCharts(release))('stand there and nowhere else: %s', question => {
    const report = reportOf({ release, hash, language: 'en', charts: [question] })
    const inMain = report.sections.flatMap(({ blocks }) => blocks).filter(block => block.kind === 'figure')
    expect(inMain.map(({ figure }) => figure.question)).toEqual([question])
    const inAnnex = report.annexes.flatMap(({ blocks }) => blocks).filter(block => block.kind === 'figure')
    expect(inAnnex.map(({ figure }) => figure.question)).not.toContain(question)
  })

  it('are not shown a second time in the annex', () => {
    const report = reportOf({ release, hash, language: 'en' })
    const shown = blocksOf(report).flatMap(block => (block.kind === 'figure' ? [block.figure.question] : []))
    expect(shown.toSorted()).toEqual([...closedQuestionsOf(release).keys()].toSorted())
  })
})

describe('the line under a figure', () => {
  it('has the mark of what is hidden, as the table has', () => {
    const table = wholeTableOf(release, 'devices')
    const hidden = table?.columns[0]?.states.filter(({ n }) => n === null) ?? []
    expect(hidden.length).toBeGreaterThan(0)
    const lines = blocksOf(reportOf({ release, hash, language: 'en' })).flatMap(block =>
      block.kind === 'table' && block.table.number === figureNumberOf(release, 'devices')
        ? block.table.lines
        : []
    )
    expect(lines.join().match(/\[c\]/g)).toHaveLength(hidden.length)
  })
})

describe('a breakdown by many countries', () => {
  const codes = profileCodes.country.slice(0, 19)
  const questionnaire: Questionnaire = {
    title: words('Countries'),
    sections: [
      {
        id: 'all',
        items: [
          { kind: 'single', id: 'safe', text: words('Safe'), options: options(2) },
          {
            kind: 'single',
            id: 'country',
            profile: 'country',
            text: words('Country'),
            options: codes.map(code => ({ code, text: words(code) }))
          }
        ]
      }
    ]
  }
  const answers = codes.flatMap(code =>
    Array.from(
      { length: 130 },
      (_, index): Answers =>
        new Map<string, Answer>([
          ['safe', { state: 'answered', codes: [index % 3 === 0 ? 'o0' : 'o1'] }],
          ['country', { state: 'answered', codes: [code] }]
        ])
    )
  )

  it('goes on in further tables of at most eight groups, each with its number and all answers', () => {
    const many = madeRelease({ questionnaire, breakdowns: ['country'], answers })
    const report = reportOf({ release: many, hash, language: 'en' })
    const tables = (report.annexes[2]?.blocks ?? []).flatMap(block =>
      block.kind === 'table' ? [block.table] : []
    )
    expect(tables.map(({ number, head }) => [number, head.length - 1])).toEqual([
      // After the tables of the question, the country and the region that follows from it.
      [4, 8],
      [5, 8],
      [6, 3]
    ])
    expect(tables.map(({ rows }) => rows.length)).toEqual([3, 3, 3])
    for (const { head, rows } of tables) {
      for (const { cells } of rows) expect(cells).toHaveLength(head.length - 1)
    }
  })
})

describe('a release of few answers', () => {
  const few = libraryRelease(70)
  const report = reportOf({ release: few, hash, language: 'en' })

  it('makes a document that says what it cannot say, and why', () => {
    const items = report.annexes[0]?.blocks.flatMap(block => (block.kind === 'list' ? block.items : [])) ?? []
    expect(items.filter(item => item.includes('fewer than 100 respondents')).length).toBeGreaterThan(10)
  })

  it('has no section without a paragraph', () => {
    expect(report.sections.map(({ blocks }) => blocks.length)).not.toContain(0)
  })
})

describe('a consultation of one day without breakdowns', () => {
  it('says so', () => {
    const oneDay = withConsultation({ opensOn: '2026-03-01', closesOn: '2026-03-01' })
    const alone: Release = {
      ...oneDay,
      breakdowns: [],
      tables: oneDay.tables.filter(({ by }) => by.length === 0)
    }
    const report = reportOf({ release: alone, hash, language: 'en' })
    expect(report.annexes.map(({ heading }) => heading)).toEqual([
      'Who took part, and the method',
      'Figures and tables'
    ])
    expect(textOf(report, '1.1')).toContain('on ⁨1 March 2026⁩')
    expect(textOf(report, '1.4')).not.toContain('Annex 3')
  })
})

function withConsultation(changes: Partial<Release['consultation']>): Release {
  return { ...release, consultation: { ...release.consultation, ...changes } }
}

function isParagraph(block: MainBlock): block is Extract<MainBlock, { kind: 'paragraph' }> {
  return block.kind === 'paragraph'
}

function blocksOf({ sections, annexes }: Report) {
  return [...sections.flatMap(({ blocks }) => blocks), ...annexes.flatMap(({ blocks }) => blocks)]
}

function textOf(report: Report, number: string): string {
  const paragraph = report.sections
    .flatMap(({ blocks }) => blocks)
    .filter(isParagraph)
    .find(each => each.number === number)
  return paragraph?.sentences.map(({ text }) => text).join(' ') ?? ''
}

/** Every string of the document that has nothing in it, by its path. */
function emptyTexts(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [path] : []
  if (typeof value !== 'object' || value === null) return []
  // A number that is not there leaves its place in a chart empty.
  return Object.entries(value)
    .filter(([key]) => key !== 'chart' && key !== 'says')
    .flatMap(([key, each]) => emptyTexts(each, `${path}/${key}`))
}
