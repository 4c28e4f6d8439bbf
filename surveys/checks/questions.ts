import { bandsOffered, firstAges } from '../age-bands.ts'
import { kindOf } from '../kinds/index.ts'
import type { Problem } from '../problem.ts'
import { profileCodes, usesProfileCodes } from '../profile.ts'
import { isChoice, isClosed, questionsOf, type Question, type Questionnaire } from '../questionnaire.ts'

/** What one questionnaire may hold: more than this is no questionnaire that young people finish. */
const mostQuestions = 200
/** So that an option's index fits into one byte beside the four states. */
const mostOptions = 250

/** Problems that one question has by itself, and of the form as a whole. */
export function checkQuestions(questionnaire: Questionnaire): Problem[] {
  const questions = questionsOf(questionnaire)
  const problems: Problem[] = []
  if (questions.length === 0) problems.push({ at: 'questionnaire', code: 'check.noQuestions' })
  if (questions.length > mostQuestions) {
    problems.push({ at: 'questionnaire', code: 'check.tooManyQuestions', params: { limit: mostQuestions } })
  }
  for (const section of questionnaire.sections.filter(section => section.items.length === 0)) {
    problems.push({ at: section.id, code: 'check.emptySection' })
  }
  if (!bandsOffered(questionnaire, Math.min(...firstAges)).some(band => band !== 'pns'))
    problems.push({ at: 'questionnaire', code: 'check.noOpenBand' })
  return [...problems, ...questions.flatMap(checkQuestion), ...repeatedProfiles(questions)]
}

function checkQuestion(question: Question): Problem[] {
  if (!isClosed(question)) return []
  const problems: Problem[] = []
  if (isChoice(question)) {
    const count = question.options.length
    if (count === 0) problems.push({ at: question.id, code: 'check.noOptions' })
    if (count === 1 && question.kind !== 'multiple')
      problems.push({ at: question.id, code: 'check.oneOption' })
    if (count > mostOptions) {
      problems.push({ at: question.id, code: 'check.tooManyOptions', params: { limit: mostOptions } })
    }
    for (const option of question.options) {
      if (option.exclusive && question.kind !== 'multiple') {
        problems.push({ at: `${question.id} / ${option.code}`, code: 'check.exclusiveOutsideMultiple' })
      }
    }
  }
  if (question.profile !== undefined && !usesProfileCodes(question, question.profile)) {
    problems.push({
      at: question.id,
      code: 'check.profileCodes',
      params: { profile: question.profile, codes: profileCodes[question.profile].slice(0, 8).join(', ') }
    })
  }
  if (question.profile !== undefined && question.kind !== 'single') {
    problems.push({ at: question.id, code: 'check.profileKind', params: { profile: question.profile } })
  }
  return [...problems, ...kindOf(question).check(question)]
}

function repeatedProfiles(questions: readonly Question[]): Problem[] {
  const seen = new Map<string, string>()
  return questions.flatMap((question): Problem[] => {
    const profile = isClosed(question) ? question.profile : undefined
    if (profile === undefined) return []
    const first = seen.get(profile)
    if (first !== undefined)
      return [{ at: question.id, code: 'check.profileTwice', params: { profile, first } }]
    seen.set(profile, question.id)
    return []
  })
}
