import type { Option, Question, Questionnaire, Wording } from '#surveys'

/** Breakdowns of the benchmark, as a consultation usually has them. */
export const breakdowns = ['age_band', 'gender', 'region']

/** Forty questions: three background questions, scales and choices mostly, some multiple, a ranking, a number. */
export const questionnaire: Questionnaire = {
  title: words('Benchmark'),
  sections: [
    { id: 'all', items: [...profile(), ...Array.from({ length: 37 }, (_, index) => questionAt(index))] }
  ]
}

function profile(): Question[] {
  const sizes = { age_band: 5, gender: 3, region: 6 }
  return Object.entries(sizes).map(([id, size]) => ({
    kind: 'single',
    id,
    text: words(id),
    options: options(size)
  }))
}

function questionAt(index: number): Question {
  const shown = { id: `q${index}`, text: words(`Question ${index}`) }
  if (index === 0) return { ...shown, kind: 'ranking', options: options(8), upTo: 3 }
  if (index === 1) return { ...shown, kind: 'number', minimum: 0, maximum: 24 }
  if (index < 6) return { ...shown, kind: 'multiple', options: options(10) }
  return { ...shown, kind: index % 2 === 0 ? 'scale' : 'single', options: options(5) }
}

function options(count: number): Option[] {
  return Array.from({ length: count }, (_, index) => ({ code: `o${index}`, text: words(`Option ${index}`) }))
}

function words(english: string): Wording {
  return { standard: { en: english } }
}
