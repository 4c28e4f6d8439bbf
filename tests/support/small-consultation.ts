import { parseQuestionnaire, type Questionnaire } from '#surveys'
import small from '../fixtures/getting-help-small.json' with { type: 'json' }

/** A questionnaire in six languages with every closed kind, two steps of routing and a question in own words. */
export function smallQuestionnaire(): Questionnaire {
  const parsed = parseQuestionnaire(small)
  if (!parsed.ok) throw new RangeError(`the fixture is no questionnaire: ${JSON.stringify(parsed.problems)}`)
  return parsed.value
}
