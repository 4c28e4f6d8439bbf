import { describe, expect, it } from 'vitest'
import { questionsWithCharts, reportOf, type MainBlock, type Release, type Report } from '#analytics'
import { factsOf, languages } from '#locales'
import { libraryRelease } from '../../support/library-release.ts'

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

  it('has the same figures and tables, numbered through', () => {
    const figures = (of: Report) =>
      blocksOf(of).flatMap(block => (block.kind === 'figure' ? [block.figure] : []))
    expect(figures(report).map(figure => [figure.number, figure.question])).toEqual(
      figures(english).map(figure => [figure.number, figure.question])
    )
    expect(figures(report).map(({ number }) => number)).toEqual(figures(report).map((_, index) => index + 1))
    const tables = blocksOf(report).flatMap(block => (block.kind === 'table' ? [block.table.number] : []))
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

  it('are refused for a question without one', () => {
    expect(() => chartsIn(['future'])).toThrow(RangeError)
    expect(questionsWithCharts(release)).not.toContain('future')
  })

  it('are not shown a second time in the annex', () => {
    const report = reportOf({ release, hash, language: 'en' })
    const shown = blocksOf(report).flatMap(block => (block.kind === 'figure' ? [block.figure.question] : []))
    expect(shown.toSorted()).toEqual(questionsWithCharts(release).toSorted())
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
    expect(report.annexes.map(({ heading }) => heading)).toEqual(['Method', 'Figures and tables'])
    expect(textOf(report, '1.1')).toContain('on ⁨1 March 2026⁩')
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
