import { translator, type Language } from '#locales'
import { wordsFor } from '#surveys'
import type { Release } from '../release.ts'
import { closedQuestionsOf } from '../release-parts.ts'
import { pairSign, type LongRow } from './long-form.ts'

/** What stands in the column `option_code` for a whole table that the audit left out; no code of an answer can hold it. */
export const leftOutCode = ':left_out'

/** A row without a number for each table that was left out, so that whoever counts tables sees that one is missing. */
export function* leftOutRows(release: Release, language: Language): Generator<LongRow> {
  const questions = closedQuestionsOf(release)
  for (const { question: id, by } of release.leftOut ?? []) {
    const question = questions.get(id)
    if (question === undefined) throw new RangeError(`the release has no question ${id}`)
    yield {
      wave: release.consultation.slug,
      version: release.version.number,
      question_id: id,
      question_text: wordsFor(question.text, language, 'standard'),
      option_code: leftOutCode,
      option_text: translator(language)('openData:leftOut'),
      group: by.join(pairSign),
      group_value: '',
      n: '',
      base: '',
      percent: '',
      status: 'c',
      lang: language
    }
  }
}
