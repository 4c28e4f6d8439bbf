import type { Language } from '#locales'
import type { Figure } from '../figures.ts'
import type { Sentence } from '../narrative/sentence.ts'

/** The older form of the box under the title (Summary, Action required, References) and the newer one. */
export type BoxForm = 'summary' | 'purpose'

/** A document in Council form as data: all words are in it, and a renderer adds none. */
export type Report = {
  readonly language: Language
  readonly title: string
  /** The sentence that marks made-up answers, for the first page and every running header; else null. */
  readonly demonstration: string | null
  readonly head: ReportHead
  readonly box: readonly BoxEntry[]
  readonly sections: readonly ReportSection[]
  readonly annexes: readonly ReportAnnex[]
}

/** Each a line of its own: the left side, the right side, and the line above the title. */
export type ReportHead = {
  readonly body: string
  readonly meeting: string
  readonly placeAndDates: string
  /** "Document CWG-COP-24/__-E" */
  readonly document: string
  /** "CWG-COP-24/__-E", for the header of the pages that follow. */
  readonly running: string
  readonly date: string
  /** "Original: English" */
  readonly original: string
  /** Who presents the document. */
  readonly source: string
}

export type BoxEntry = { readonly term: string; readonly paragraphs: readonly string[] }

export type ReportSection = {
  readonly number: number
  readonly heading: string
  readonly blocks: readonly MainBlock[]
}
export type MainBlock =
  | {
      readonly kind: 'paragraph'
      /** "2.1"; the same in every language. */
      readonly number: string
      readonly sentences: readonly Sentence[]
      /** The numbers it rests on, as canonical text: the same in every language. */
      readonly basis: string
    }
  | { readonly kind: 'figure'; readonly figure: ReportFigure }

export type ReportAnnex = {
  readonly number: number
  /** "Annex 1" */
  readonly label: string
  readonly heading: string
  readonly blocks: readonly AnnexBlock[]
}
export type AnnexBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'terms'
      /** `code`: a hash, set in a type of even width and always left to right. */
      readonly items: readonly { readonly term: string; readonly value: string; readonly code: boolean }[]
    }
  | { readonly kind: 'figure'; readonly figure: ReportFigure }
  | { readonly kind: 'table'; readonly table: ReportTable }

export type ReportFigure = {
  readonly number: number
  /** Id of the question it shows. */
  readonly question: string
  /** "Figure 3. Most respondents (62 per cent) chose …" */
  readonly heading: string
  readonly subtitle: string
  readonly chart: Figure
  /** One sentence with the finding, for people who do not see the chart. */
  readonly alternative: string
  /** Below the chart: the question in full, the base with its states, how to read it. */
  readonly lines: readonly string[]
}

export type ReportTable = {
  /** Null where it shows no question. */
  readonly number: number | null
  /** "Table 3. …" */
  readonly caption: string
  /** Headings of the columns, that of the row headings first. */
  readonly head: readonly string[]
  readonly rows: readonly { readonly head: string; readonly cells: readonly string[] }[]
  /** Marks and notes, below the table. */
  readonly lines: readonly string[]
}

/** Every figure of a document, in order. */
export function figuresIn({ sections, annexes }: Report): ReportFigure[] {
  return [...sections, ...annexes].flatMap(({ blocks }) =>
    blocks.flatMap(block => (block.kind === 'figure' ? [block.figure] : []))
  )
}
