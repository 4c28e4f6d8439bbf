import type { Language } from '#locales'
import { readAnswers, shapesOf, unpack, codebookOf, type Answers, type Questionnaire } from '#surveys'

/** A child of the experiment: no two answer alike, so that every response can be told to be right or wrong. */
export type Pupil = { readonly language: Language; readonly fields: Readonly<Record<string, string>> }

const telling = ['hours', 'safe', 'knows_helpline', 'upset'] as const
const safe = ['not_safe', 'quite_safe', 'very_safe'] as const
const yesNo = ['yes', 'no'] as const

/** @param languages taken in turn @param count at most 300 */
export function pupils(count: number, languages: readonly Language[]): Pupil[] {
  if (count > 25 * safe.length * 4) throw new RangeError('not so many different answers')
  return Array.from({ length: count }, (_, at) => ({
    language: languages[at % languages.length]!,
    fields: {
      hours: String(at % 25),
      safe: safe[Math.floor(at / 25) % 3]!,
      knows_helpline: yesNo[Math.floor(at / 75) % 2]!,
      upset: yesNo[Math.floor(at / 150) % 2]!,
      message: 'Please listen. '.repeat(1 + ((at * 7) % 60)).trim()
    }
  }))
}

/** Tells whose some coded answers are: the number of the pupil, or undefined. */
export function recogniser(
  questionnaire: Questionnaire,
  all: readonly Pupil[]
): (packed: readonly number[]) => number | undefined {
  const key = (answers: Answers): string => JSON.stringify(telling.map(question => answers.get(question)))
  const shapes = shapesOf(questionnaire)
  const codebook = codebookOf(questionnaire)
  const numbers = new Map(
    all.map(({ fields }, number) => {
      const read = readAnswers(
        shapes,
        new Map(Object.entries(fields).map(([name, value]) => [name, [value]]))
      )
      if (!read.ok) throw new RangeError(JSON.stringify(read.problems))
      return [key(read.value), number] as const
    })
  )
  return packed => numbers.get(key(unpack(codebook, packed).answers))
}
