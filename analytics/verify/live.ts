import { kindOf } from '#surveys'
import { nextThreshold } from '../disclosure/schedule.ts'
import { liveQuestionsOf } from '../live/plan.ts'
import type { LiveRelease, LiveRule } from '../live/release.ts'
import type { LiveCell, LiveTable } from '../live/table.ts'
import { wrong, type Finding } from './finding.ts'
import { policyFindings } from './final.ts'

/** A live release: only questions that may be told, only shares in steps or words, at a threshold of the schedule. */
export function verifyLive(release: LiveRelease): Finding[] {
  const questions = new Map(liveQuestionsOf(release.version.questionnaire).map(one => [one.id, one]))
  const { responses, rule } = release
  return [
    ...policyFindings(release.policy),
    ...(isThreshold(responses, rule) ? [] : [wrong('liveThreshold', 'release', { responses })]),
    ...release.tables.flatMap((table, index) => {
      const question = questions.get(table.question)
      const doubled = release.tables.findIndex(one => one.question === table.question) !== index
      if (question === undefined) return [wrong('liveQuestion', table.question)]
      if (doubled) return [wrong('doubledTable', table.question)]
      const codes = kindOf(question).codes(question)
      const same =
        table.cells.length === codes.length && table.cells.every(({ code }, at) => code === codes[at])
      return [
        ...(same ? [] : [wrong('codes', table.question)]),
        ...(table.renewed > release.number ? [wrong('liveRenewed', table.question)] : []),
        ...table.cells.flatMap(cell => cellFindings(table, cell, rule))
      ]
    })
  ]
}

function isThreshold(responses: number, { first }: LiveRule): boolean {
  let reached = nextThreshold(0, first)
  while (reached < responses) reached = nextThreshold(reached, first)
  return reached === responses
}

function cellFindings({ question, told }: LiveTable, cell: LiveCell, { step }: LiveRule): Finding[] {
  const at = `${question}, ${cell.code}`
  const { share, word, status } = cell
  if (status === 'c') return share === null && word === null ? [] : [wrong('unmarked', at)]
  if (told === 'nothing') return [wrong('liveTelling', at)]
  if (told === 'words') {
    if (share !== null || word === null) return [wrong('liveTelling', at)]
    return (word === 'nearlyAll') === (status === 't') ? [] : [wrong('liveShare', at)]
  }
  if (share === null || word !== null) return [wrong('liveTelling', at)]
  const highest = 100 - step
  const fits = share % step === 0 && share >= step && share <= highest
  return fits && (share === highest) === (status === 't') ? [] : [wrong('liveShare', at, { share })]
}
