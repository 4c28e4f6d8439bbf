import type { Answers, Questionnaire } from '#surveys'
import { options, single, words } from '../../support/sample-questionnaire.ts'

/** Codes of what each asked person answered; an empty string is a question that was skipped. */
export type Person = {
  readonly age_band?: string
  readonly gender?: string
  readonly agrees?: string
  readonly private?: string
}

/** Two questions about opinions, one of them sensitive, and two about who answers. */
export const questionnaire: Questionnaire = {
  title: words('Composition'),
  sections: [
    {
      id: 'all',
      items: [
        single('agrees', ['yes', 'no']),
        { kind: 'single', id: 'private', text: words('Private'), options: options(2), sensitive: true },
        single('age', ['10_12', '13_15', '16_17', '18_24'], 'age_band'),
        single('sex', ['female', 'male', 'another'], 'gender')
      ]
    }
  ]
}

const questionOf = { age_band: 'age', gender: 'sex', agrees: 'agrees', private: 'private' } as const

/** So many people who answer alike. */
export function people(count: number, person: Person): readonly Answers[] {
  const given = new Map(
    Object.entries(questionOf).flatMap(([key, question]) => {
      const code = Object.entries(person).find(([name]) => name === key)?.[1]
      return code === undefined ? [] : [[question, { state: 'answered' as const, codes: [code] }] as const]
    })
  )
  return Array.from({ length: count }, () => given)
}
