import type { AnnexBlock, MainBlock, Report, ReportFigure } from '#analytics'
import { joinSentences, type Language } from '#locales'
import { addresses } from '../addresses.ts'
import { frameOf, standaloneFrame, type Frame } from '../frame.ts'

/** The document of a release as a page: the same words, numbers and order as in Word. */
export type ReportPage = Frame & {
  readonly heading: string
  readonly head: Report['head']
  readonly box: Report['box']
  readonly sections: readonly { readonly title: string; readonly blocks: readonly BlockView[] }[]
  readonly annexes: readonly {
    readonly label: string
    readonly heading: string
    readonly blocks: readonly BlockView[]
  }[]
  /** The same document in Word; null in a file that stands alone. */
  readonly word: string | null
  readonly results: string | null
}

/** One block; of its kinds all but one are null. */
export type BlockView = {
  readonly paragraph: { readonly number: string; readonly text: string } | null
  readonly figure: FigureView | null
  readonly heading: string | null
  readonly text: string | null
  readonly list: readonly string[] | null
  readonly terms: Extract<AnnexBlock, { kind: 'terms' }>['items'] | null
  readonly table: Extract<AnnexBlock, { kind: 'table' }>['table'] | null
}
type FigureView = Omit<ReportFigure, 'chart'> & {
  readonly source: string
  /** The same bars for a screen on which the picture's letters would be too small. */
  readonly bars: readonly { readonly label: string; readonly share: string; readonly bar: number | null }[]
}

export type ReportPageInput = {
  readonly report: Report
  readonly slug: string
  /** Number of the release. */
  readonly number: number
  /** Languages the document can be read in. */
  readonly languages: readonly Language[]
  /** Where the picture of a figure comes from: an address, or the picture itself as a data URL. */
  readonly pictureOf: (figure: ReportFigure) => string
  /** One file that needs nothing else. */
  readonly standalone?: boolean
}

export function reportPage(input: ReportPageInput): ReportPage {
  const { report, slug, number, standalone = false } = input
  const { language } = report
  const frame = frameOf({
    language,
    title: report.title,
    path: other => addresses.report(other, slug, number),
    languages: input.languages,
    slug,
    style: 'report',
    demonstration: report.demonstration !== null
  })
  const view = (block: MainBlock | AnnexBlock) => blockView(block, input)
  return {
    ...(standalone ? standaloneFrame(frame) : frame),
    heading: report.title,
    head: report.head,
    box: report.box,
    sections: report.sections.map(section => ({
      title: `${section.number} ${section.heading}`,
      blocks: section.blocks.map(view)
    })),
    annexes: report.annexes.map(({ label, heading, blocks }) => ({
      label,
      heading,
      blocks: blocks.map(view)
    })),
    word: standalone ? null : addresses.word(language, slug, number),
    results: standalone ? null : addresses.release(language, slug, number)
  }
}

const nothing: BlockView = {
  paragraph: null,
  figure: null,
  heading: null,
  text: null,
  list: null,
  terms: null,
  table: null
}

function blockView(block: MainBlock | AnnexBlock, { report, pictureOf }: ReportPageInput): BlockView {
  switch (block.kind) {
    case 'paragraph': {
      const text = joinSentences(
        block.sentences.map(sentence => sentence.text),
        report.language
      )
      return { ...nothing, paragraph: { number: block.number, text } }
    }
    case 'figure':
      return { ...nothing, figure: figureView(block.figure, pictureOf(block.figure)) }
    case 'heading':
      return { ...nothing, heading: block.text }
    case 'text':
      return { ...nothing, text: block.text }
    case 'list':
      return { ...nothing, list: block.items }
    case 'terms':
      return { ...nothing, terms: block.items }
    case 'table':
      return { ...nothing, table: block.table }
  }
}

function figureView({ chart, ...figure }: ReportFigure, source: string): FigureView {
  const { labels = [], datasets } = chart.configuration.data
  const shares = datasets[0]?.data ?? []
  return {
    ...figure,
    source,
    bars: labels.map((label, index) => ({
      label,
      share: chart.printed[0]?.[index] ?? '',
      bar: shares[index] ?? null
    }))
  }
}
