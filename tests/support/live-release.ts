import {
  defaultPolicy,
  liveQuestionsOf,
  liveRuleOf,
  oneOfTwoIn,
  protectLive,
  tabulate,
  type LiveRelease,
  type ProtectedLive
} from '#analytics'
import { languages } from '#locales'
import { codebookOf, digitalLiteracyShape, pack, readyQuestionnaire, syntheticResponses } from '#surveys'
import { seeded } from './answers.ts'
import { codedResponses } from './coded-responses.ts'
import { withNoise } from './made-release.ts'

/** Live releases of made-up answers to “Digital literacy and me”, one for each number of responses. */
export function liveReleases(
  thresholds: readonly number[],
  hashOf: (release: LiveRelease) => string
): readonly LiveRelease[] {
  const questionnaire = readyQuestionnaire('digital-literacy')
  const codebook = codebookOf(questionnaire)
  const all = syntheticResponses(questionnaire, digitalLiteracyShape, Math.max(...thresholds), seeded(7))
  const plan = liveQuestionsOf(questionnaire).map(({ id }) => ({ question: id, by: [[]] }))
  const releases: LiveRelease[] = []
  let before: ProtectedLive | null = null
  for (const count of thresholds) {
    const packed = all.slice(0, count).map(({ answers }, index) => ({
      answers: pack(codebook, 'en', answers),
      key: BigInt(index + 1) * 0x9e3779b97f4a7c15n
    }))
    const responses = codedResponses(codebook, packed)
    const { tables } = tabulate({ codebook, responses, breakdowns: [], plan })
    const last = releases.at(-1)
    const number = releases.length + 1
    const rule = liveRuleOf('open')
    const made: ProtectedLive = protectLive({
      tables,
      oneOfTwo: oneOfTwoIn(questionnaire),
      responses: count,
      number,
      before,
      rule,
      policy: defaultPolicy,
      prf: withNoise
    })
    before = made
    releases.push({
      schema: 'earshot.live/1',
      number,
      releasedOn: '2026-03-10',
      previous: last === undefined ? null : hashOf(last),
      consultation: {
        slug: 'made-up',
        demonstration: true,
        opensOn: '2026-03-01',
        closesOn: '2026-03-29',
        timeZone: 'Europe/Zurich',
        languages,
        meeting: null
      },
      version: { number: 1, hash: '0'.repeat(64), questionnaire },
      policy: defaultPolicy,
      rule,
      responses: count,
      tables: made.tables
    })
  }
  return releases
}
