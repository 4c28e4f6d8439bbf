import { liveWords, readingNote, type LiveCell, type ProtectedLiveTable } from '#analytics'
import { formatNumber, formatPercent, translator, type Language } from '#locales'
import { answerText, wordsFor, type ClosedQuestion } from '#surveys'

/** One question as it is seen from the last row. */
export type BoardFigure = {
  /** Id of its element, which is also its anchor. */
  readonly id: string
  /** Its place among the questions. */
  readonly where: string
  readonly question: string
  readonly rows: readonly BoardRow[]
  /** How to read it. */
  readonly notes: readonly string[]
}

export type BoardRow = {
  readonly label: string
  /** What is said of it: "about 35 %", "most"; empty where a mark stands in its place. */
  readonly text: string
  readonly mark: string | null
  /** Length of its bar, in per cent of the longest possible; null where there is no number. */
  readonly bar: number | null
  /** Steps from "some" to "nearly all", of which those that are reached are filled; none where it is told otherwise. */
  readonly steps: readonly { readonly at: number; readonly filled: boolean }[]
}

/** @param of how many questions there are */
export function boardFigure(input: {
  readonly number: number
  readonly of: number
  readonly question: ClosedQuestion
  readonly table: ProtectedLiveTable
  /** Below this base words stand in the place of shares. */
  readonly percentFrom: number
  readonly language: Language
}): BoardFigure {
  const { number, of, question, table, language } = input
  const t = translator(language)
  const rows =
    table.told === 'nothing'
      ? []
      : table.cells.map(cell => ({
          label: answerText(question, cell.code, language),
          ...said(cell, language)
        }))
  return {
    id: `q${number}`,
    where: t('live:where', { number, total: of }),
    question: wordsFor(question.text, language, 'standard'),
    rows,
    notes: notesOf(input, rows)
  }
}

function said({ share, word, status }: LiveCell, language: Language): Omit<BoardRow, 'label'> {
  const t = translator(language)
  if (status === 'c') return { text: '', mark: '[c]', bar: null, steps: [] }
  if (share !== null) {
    const percent = formatPercent(share, language)
    const text = status === 't' ? t('results:orMore', { percent }) : t('live:about', { percent })
    return { text, mark: null, bar: share, steps: [] }
  }
  const reached = word === null ? -1 : liveWords.indexOf(word)
  return {
    text: word === null ? '' : t(`live:word.${word}`),
    mark: null,
    bar: null,
    steps: liveWords.map((_, at) => ({ at: (100 / liveWords.length) * at, filled: at <= reached }))
  }
}

function notesOf(
  { question, table, percentFrom, language }: Parameters<typeof boardFigure>[0],
  rows: readonly BoardRow[]
): string[] {
  const t = translator(language)
  if (table.told === 'nothing') return [t('live:tooFew')]
  const reading = readingNote(question, language)
  return [
    ...(table.told === 'words' ? [t('live:wordsNote', { number: formatNumber(percentFrom, language) })] : []),
    ...(rows.some(({ mark }) => mark !== null) ? [`[c] ${t('results:legend.c')}`] : []),
    ...(reading === null ? [] : [reading])
  ]
}
