import { parseQuestionnaire } from '../check.ts'
import type { Questionnaire } from '../questionnaire.ts'
import digitalLiteracy from './digital-literacy/questionnaire.json' with { type: 'json' }
import gettingHelp from './getting-help/questionnaire.json' with { type: 'json' }

/** Questionnaires that can be put before young people as they are: six languages, standard and easy words. */
const library = { 'digital-literacy': digitalLiteracy, 'getting-help': gettingHelp } as const

export type ReadyName = keyof typeof library
export const readyNames: readonly ReadyName[] = ['digital-literacy', 'getting-help']

export function isReadyName(name: string): name is ReadyName {
  return readyNames.some(ready => ready === name)
}

/** A ready questionnaire of the library. */
export function readyQuestionnaire(name: ReadyName): Questionnaire {
  const parsed = parseQuestionnaire(library[name])
  if (!parsed.ok) throw new RangeError(`${name} is no questionnaire: ${JSON.stringify(parsed.problems[0])}`)
  return parsed.value
}
