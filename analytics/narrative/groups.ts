import type { ProfileName } from '#surveys'
import { percentInProse, quotedAnswer } from './prose.ts'
import { saidShares } from './said.ts'
import { sentence, type Sentence } from './sentence.ts'
import type { Standing } from './standings.ts'
import { mentionedFrom } from './following.ts'
import type { Topic } from './topic.ts'

/**
 * Who answered: the largest groups of a background question, up to three, and never one without another of the same
 * share. No quantifier: nobody chose to be of an age.
 *
 * @returns the sentence, and what comes after the groups in it
 */
export function leadingGroups(
  topic: Topic,
  profile: ProfileName
): { readonly said: Sentence; readonly rest: readonly Standing[] } {
  const { leading, following, question, language } = topic
  if (leading.codes.length > 3) return { said: manyAlike(topic), rest: following }
  const named = together([leading, ...following])
  const groups = named.flatMap(({ codes, percent, status }) =>
    codes.map(code => ({
      name: quotedAnswer(question, code, language),
      percent: percentInProse(percent, status, language)
    }))
  )
  const [first, second, third] = groups
  const params = {
    count: leading.percent,
    first: first?.name ?? '',
    firstPercent: first?.percent ?? '',
    second: second?.name ?? '',
    secondPercent: second?.percent ?? '',
    third: third?.name ?? '',
    thirdPercent: third?.percent ?? ''
  }
  const frame =
    third !== undefined
      ? `narrative:groups.${profile}.three`
      : second !== undefined
        ? `narrative:groups.${profile}.two`
        : `narrative:groups.${profile}.one`
  const says = named.flatMap(standing => saidShares(question.id, standing))
  return { said: sentence(language, frame, params, says), rest: following.slice(named.length - 1) }
}

/** Whole standings from the first on that are three answers at most. */
function together(standings: readonly Standing[]): readonly Standing[] {
  let answers = 0
  const end = standings.findIndex(({ codes, percent }, index) => {
    answers += codes.length
    return index > 0 && (answers > 3 || percent < mentionedFrom)
  })
  return end === -1 ? standings : standings.slice(0, end)
}

/** More than three of the largest groups alike: three of them, said to be among the largest. */
function manyAlike({ question, leading, language }: Topic): Sentence {
  const named = { ...leading, codes: leading.codes.slice(0, 3) }
  const [first = '', second = '', third = ''] = named.codes.map(code =>
    quotedAnswer(question, code, language)
  )
  const percent = percentInProse(named.percent, named.status, language)
  const params = { count: named.percent, percent, first, second, third }
  return sentence(language, 'narrative:groups.alike', params, saidShares(question.id, named))
}
