import type { ClosedQuestion } from '../questionnaire.ts'
import type { Kind } from './kind.ts'
import { multiple } from './multiple.ts'
import { number } from './number.ts'
import { ranking } from './ranking.ts'
import { single } from './single.ts'

/** Every closed kind by its name. */
const register: Readonly<Record<ClosedQuestion['kind'], Kind>> = {
  single,
  scale: single,
  multiple,
  ranking,
  number
}

/** What the kind of a closed question supplies. */
export function kindOf(question: ClosedQuestion): Kind {
  return register[question.kind]
}
