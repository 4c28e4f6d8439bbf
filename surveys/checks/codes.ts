import type { Problem } from '../problem.ts'
import { questionsOf, reservedCodes, type Questionnaire } from '../questionnaire.ts'

/** Ids and codes that are used twice or are taken. */
export function checkCodes(questionnaire: Questionnaire): Problem[] {
  const ids = questionnaire.sections.flatMap(section => [section.id, ...section.items.map(item => item.id)])
  const problems = twice(ids).map((id): Problem => ({ at: id, code: 'check.idTwice', params: { id } }))
  for (const question of questionsOf(questionnaire)) {
    const codes = 'options' in question ? question.options.map(option => option.code) : []
    for (const code of twice(codes)) {
      problems.push({ at: `${question.id} / ${code}`, code: 'check.codeTwice', params: { code } })
    }
    for (const code of codes.filter(code => reservedCodes.includes(code))) {
      problems.push({ at: `${question.id} / ${code}`, code: 'check.codeReserved', params: { code } })
    }
  }
  return problems
}

function twice(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}
