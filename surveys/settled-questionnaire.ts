import type { Answer, Answers } from './answers.ts'
import { checkReach } from './checks/reach.ts'
import type { Condition, Questionnaire, Section } from './questionnaire.ts'
import { settled } from './settled.ts'

/**
 * What is left of a questionnaire once some answers are known: the sections, questions and notes that can still be
 * shown, each with what is left of its condition. Whoever gives the known answers takes the same route through it as
 * through the whole questionnaire; nothing that is left out would have been shown.
 *
 * @param known answers given before the questionnaire begins; their questions stay in it
 */
export function settledQuestionnaire(questionnaire: Questionnaire, known: Answers): Questionnaire {
  const left = leftOf(questionnaire, known)
  // Once a part of it is settled, a condition may ask for what nobody can have answered.
  const unreachable = new Set(checkReach(left).map(({ at }) => at))
  return unreachable.size === 0 ? left : leftOf(left, known, unreachable)
}

function leftOf(
  questionnaire: Questionnaire,
  known: Answers,
  unreachable: ReadonlySet<string> = new Set()
): Questionnaire {
  const passed = new Map<string, Answer>()
  const sections = questionnaire.sections.flatMap((section): Section[] => {
    const { showWhen, items, ...heading } = section
    const around = truthOf(showWhen, passed)
    const kept = items.flatMap(({ showWhen, ...item }) => {
      const own = unreachable.has(item.id) ? false : truthOf(showWhen, passed)
      if (around === false || own === false) {
        passed.set(item.id, { state: 'not_shown' })
        return []
      }
      const answer = known.get(item.id)
      // Where it is open whether a question is shown, it is open what becomes of its answer.
      if (answer !== undefined && around === true && own === true) passed.set(item.id, answer)
      return [{ ...item, ...conditionIn(own) }]
    })
    return kept.length === 0 ? [] : [{ ...heading, ...conditionIn(around), items: kept }]
  })
  return { ...questionnaire, sections }
}

function truthOf(condition: Condition | undefined, passed: Answers): Condition | boolean {
  return condition === undefined || settled(condition, passed)
}

function conditionIn(left: Condition | boolean): { readonly showWhen?: Condition } {
  return typeof left === 'boolean' ? {} : { showWhen: left }
}
