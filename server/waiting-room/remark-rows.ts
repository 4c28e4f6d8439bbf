import type { Language } from '#locales'
import {
  codebookOf,
  masked,
  personalDataIn,
  profileQuestion,
  questionsOf,
  unpack,
  vocabularyOf,
  wordLists
} from '#surveys'
import type { CodedResponse } from '../coded-response.ts'
import type { Version } from '../consultations/find.ts'

/** A text as it is kept: of its writer it says at most the language and the age band. */
export type RemarkRow = {
  readonly question: string
  readonly text: string
  readonly language: Language | null
  readonly ageBand: string | null
  readonly doubtful: boolean
}

/** Remarks of a question that must share a language and an age band before either is kept with them. */
const fewestAlike = 10

/** The texts of a batch as they are kept: addresses and numbers masked, doubtful ones marked. */
export function remarkRows({ questionnaire }: Version, coded: readonly CodedResponse[]): RemarkRow[] {
  const codebook = codebookOf(questionnaire)
  const ageQuestion = profileQuestion(questionsOf(questionnaire), 'age_band')
  const told = coded.flatMap(({ packed, remarks }) => {
    if (remarks.length === 0) return []
    const { language, answers } = unpack(codebook, packed)
    const age = ageQuestion && answers.get(ageQuestion.id)
    const ageBand = age !== undefined && 'codes' in age ? (age.codes[0] ?? null) : null
    return remarks.map(remark => ({ ...remark, language, ageBand }))
  })
  if (told.length === 0) return []
  // People write in more than one language. Made ready only where there is something to read: it takes a while.
  const vocabulary = vocabularyOf(Object.values(wordLists))
  const alike = new Map<string, number>()
  const group = (each: (typeof told)[number]): string =>
    JSON.stringify([each.question, each.language, each.ageBand])
  for (const each of told) alike.set(group(each), (alike.get(group(each)) ?? 0) + 1)
  return told.map(each => {
    const text = masked(each.text)
    const isOneOfMany = (alike.get(group(each)) ?? 0) >= fewestAlike
    return {
      question: each.question,
      text,
      language: isOneOfMany ? each.language : null,
      ageBand: isOneOfMany ? each.ageBand : null,
      doubtful: personalDataIn(text, vocabulary).length > 0
    }
  })
}
