import type { Language } from '#locales'
import { answerText, questionsOf, isClosed, wordsFor } from '#surveys'
import type { LiveRelease } from '../live/release.ts'
import type { LiveStatus, LiveWord } from '../live/table.ts'

/** One share or word of a live release. There is no column for numbers of people, since there are none. */
export type LiveRow = {
  readonly wave: string
  readonly version: number
  readonly question_id: string
  readonly question_text: string
  readonly option_code: string
  readonly option_text: string
  readonly percent: number | ''
  readonly word: LiveWord | ''
  readonly status: LiveStatus
  readonly renewed: number
  readonly lang: Language
}

export const liveColumns = [
  'wave',
  'version',
  'question_id',
  'question_text',
  'option_code',
  'option_text',
  'percent',
  'word',
  'status',
  'renewed',
  'lang'
] as const satisfies readonly (keyof LiveRow)[]

/** Every share of a live release, one a row. */
export function* liveRows(
  { consultation, version, tables }: LiveRelease,
  language: Language
): Generator<LiveRow> {
  const questions = new Map(
    questionsOf(version.questionnaire)
      .filter(isClosed)
      .map(question => [question.id, question])
  )
  for (const { question: id, renewed, cells } of tables) {
    const question = questions.get(id)
    if (question === undefined) throw new RangeError(`the release has no question ${id}`)
    for (const { code, share, word, status } of cells) {
      yield {
        wave: consultation.slug,
        version: version.number,
        question_id: id,
        question_text: wordsFor(question.text, language, 'standard'),
        option_code: code,
        option_text: answerText(question, code, language),
        percent: share ?? '',
        word: word ?? '',
        status,
        renewed,
        lang: language
      }
    }
  }
}
