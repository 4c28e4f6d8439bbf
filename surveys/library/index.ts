import { parseQuestionnaire } from '../check.ts'
import type { Questionnaire } from '../questionnaire.ts'
import demonstration from './demonstration/questionnaire.json' with { type: 'json' }

/** A small questionnaire that shows a newcomer what questions there are. */
export function demonstrationQuestionnaire(): Questionnaire {
  const parsed = parseQuestionnaire(demonstration)
  if (!parsed.ok)
    throw new RangeError(`the demonstration is no questionnaire: ${JSON.stringify(parsed.problems[0])}`)
  return parsed.value
}
