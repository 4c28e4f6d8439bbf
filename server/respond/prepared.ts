import {
  codebookOf,
  profileQuestion,
  questionsOf,
  shapesOf,
  type Codebook,
  type Questionnaire,
  type Shape
} from '#surveys'

/** What reading and coding a form takes, worked out once for each frozen questionnaire. */
export type Prepared = {
  readonly shapes: readonly Shape[]
  readonly codebook: Codebook
  /** The question that asks for the age band, if there is one. */
  readonly ageQuestion: string | undefined
}

const prepared = new WeakMap<Questionnaire, Prepared>()

export function preparedFor(questionnaire: Questionnaire): Prepared {
  const known = prepared.get(questionnaire)
  if (known !== undefined) return known
  const made = {
    shapes: shapesOf(questionnaire),
    codebook: codebookOf(questionnaire),
    ageQuestion: profileQuestion(questionsOf(questionnaire), 'age_band')?.id
  }
  prepared.set(questionnaire, made)
  return made
}
