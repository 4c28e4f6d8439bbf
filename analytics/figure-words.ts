import { translator, type Language } from '#locales'
import { answerText, type ClosedQuestion } from '#surveys'
import { placesCounted } from './cells.ts'
import type { FigureWords } from './figures.ts'
import { groupText } from './group-text.ts'

/** What a chart of a question says in words. @param by the breakdown questions of its table */
export function figureWordsOf(
  question: ClosedQuestion,
  by: readonly ClosedQuestion[],
  language: Language
): FigureWords {
  const t = translator(language)
  return {
    language,
    answer: code => answerText(question, code, language),
    group: column => groupText(column, by, language),
    all: t('results:everyone'),
    ranked: table => ({
      named: t('results:extra.named', {
        count: question.kind === 'ranking' ? placesCounted(question, table) : 1
      }),
      first: t('results:extra.firstTitle')
    })
  }
}
