import type { Language } from '#locales'
import { Check, Errors } from 'typebox/value'
import { checkCodes } from './checks/codes.ts'
import { checkQuestions } from './checks/questions.ts'
import { checkReach } from './checks/reach.ts'
import { checkReferences } from './checks/references.ts'
import { checkTexts } from './checks/texts.ts'
import type { Parsed, Problem } from './problem.ts'
import { Questionnaire } from './questionnaire.ts'

/** First stage: whether something from outside has the form of a questionnaire at all. */
export function parseQuestionnaire(value: unknown): Parsed<Questionnaire> {
  if (Check(Questionnaire, value)) return { ok: true, value }
  const problems = Errors(Questionnaire, value).map((error): Problem => ({
    at: error.instancePath === '' ? '/' : error.instancePath,
    code: 'check.form',
    params: { reason: error.message }
  }))
  return { ok: false, problems }
}

/**
 * Second stage: every problem of a questionnaire, collected, in the order in which a person would mend them.
 *
 * @param spoken languages in which it is to open; each of its texts must be there in all of them
 */
export function check(questionnaire: Questionnaire, spoken: readonly Language[]): Problem[] {
  const structure = [
    ...checkCodes(questionnaire),
    ...checkQuestions(questionnaire),
    ...checkReferences(questionnaire)
  ]
  // Reachability is a question about sound references only; on broken ones it would repeat what is said above.
  const reach = structure.length === 0 ? checkReach(questionnaire) : []
  return [...structure, ...reach, ...checkTexts(questionnaire, spoken)]
}
