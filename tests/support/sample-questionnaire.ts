import type { ClosedQuestion, ProfileName, Questionnaire, SingleQuestion, Wording } from '#surveys'

/** Every closed kind, with the awkward sizes: more options than a byte or a slot holds, one option, wide numbers. */
export const sampleQuestions: readonly ClosedQuestion[] = [
  { kind: 'single', id: 'gender', text: words('Gender'), options: options(3) },
  { kind: 'scale', id: 'age', text: words('Age'), options: options(5) },
  { kind: 'single', id: 'place', text: words('Place'), options: options(2) },
  { kind: 'single', id: 'only', text: words('One option'), options: options(1) },
  { kind: 'single', id: 'many', text: words('More options than a byte holds'), options: options(300) },
  { kind: 'multiple', id: 'few', text: words('Some of seven'), options: options(7) },
  { kind: 'multiple', id: 'slots', text: words('Some of 33, in three slots'), options: options(33) },
  { kind: 'ranking', id: 'rank', text: words('Three of six in order'), options: options(6), upTo: 3 },
  { kind: 'number', id: 'siblings', text: words('Siblings'), minimum: 0, maximum: 9 },
  { kind: 'number', id: 'wide', text: words('A wide number'), minimum: 7, maximum: 30_000 }
]

export const sampleQuestionnaire: Questionnaire = {
  title: words('Sample'),
  sections: [{ id: 'all', items: [...sampleQuestions] }]
}

export function words(english: string): Wording {
  return { standard: { en: english } }
}

export function options(count: number): { code: string; text: Wording }[] {
  return Array.from({ length: count }, (_, index) => ({ code: `o${index}`, text: words(`Option ${index}`) }))
}

/** A question of which one answer is given; its words are its codes. */
export function single(id: string, codes: readonly string[], profile?: ProfileName): SingleQuestion {
  return {
    kind: 'single',
    id,
    text: words(id),
    options: codes.map(code => ({ code, text: words(code) })),
    ...(profile && { profile })
  }
}
