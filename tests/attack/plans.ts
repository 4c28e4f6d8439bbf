import { languages } from '#locales'
import type { Plan } from './school.ts'

const nights = new Map<number, 'night'>([
  [70, 'night'],
  [140, 'night']
])

/** Pours for live releases at 10, 20, 30, 45, 67 and 100 responses, each once ten more wait, and a night among them. */
const pours = new Map<number, 'night' | number>([
  [20, 10],
  [30, 10],
  [40, 10],
  [55, 15],
  [70, 'night'],
  [77, 22],
  [110, 33]
])

/** What is attacked, each with a script and without one. */
export const plans: readonly Omit<Plan, 'way' | 'slug'>[] = [
  { children: 200, languages: ['en'], then: nights },
  // The language is part of an answer: who knows a child's looks among fewer.
  { children: 120, languages: languages.slice(0, 3), then: nights },
  { children: 160, languages: ['en'], then: pours },
  ...[9, 11, 23, 37].map(children => ({
    children,
    languages: ['en'] as const,
    then: new Map([[7, 'night' as const]])
  }))
]
