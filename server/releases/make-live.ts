import {
  audit,
  isLive,
  liveQuestionsOf,
  liveRuleOf,
  oneOfTwoIn,
  protectLive,
  publishedOf,
  tabulate,
  type CodedResponses,
  type LiveRelease,
  type ProtectedLive
} from '#analytics'
import { dateAt, type Codebook } from '#surveys'
import { factsOf } from '../consultations/facts.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import { following, type Link } from './chain.ts'
import { prfOf } from './noise-key.ts'

/** What a live release is made of. `chain` has all releases before it, the latest first; `bases` belongs to that one. */
export type LiveMaterial = {
  readonly key: Buffer
  readonly codebook: Codebook
  readonly responses: CodedResponses
  readonly chain: readonly Link[]
  readonly bases: ProtectedLive['bases'] | null
  readonly now: Date
}

export type MadeLive = { readonly release: LiveRelease; readonly bases: ProtectedLive['bases'] }

/**
 * Tabulates, protects and audits the next live release of a consultation.
 *
 * @returns undefined where somebody who reads all releases could be nearly sure of something about a few people
 */
export function makeLive(consultation: OpenedConsultation, material: LiveMaterial): MadeLive | undefined {
  const { access, policy, timeZone, version } = consultation
  const { questionnaire } = version
  const { key, codebook, responses, chain, bases, now } = material
  const before = chain.map(({ release }) => release).filter(isLive)
  const [latest] = before
  const rule = liveRuleOf(access)
  const link = following(chain[0])
  const plan = liveQuestionsOf(questionnaire).map(({ id }) => ({ question: id, by: [[]] }))
  const { tables } = tabulate({ codebook, responses, breakdowns: [], plan })
  const protectedLive = protectLive({
    tables,
    oneOfTwo: oneOfTwoIn(questionnaire),
    responses: responses.count,
    number: link.number,
    before: latest === undefined || bases === null ? null : { tables: latest.tables, bases },
    rule,
    policy,
    prf: prfOf(key, consultation.id)
  })
  const release: LiveRelease = {
    schema: 'earshot.live/1',
    ...link,
    releasedOn: dateAt(now, timeZone),
    consultation: factsOf(consultation),
    version: { number: version.number, hash: version.hash, questionnaire },
    policy,
    rule,
    responses: responses.count,
    tables: protectedLive.tables
  }
  return findsNothing([...before.toReversed(), release]) ? { release, bases: protectedLive.bases } : undefined
}

/** Whether an attacker finds nothing to be nearly sure of, who has all live releases, the last of which is new. */
function findsNothing(releases: readonly LiveRelease[]): boolean {
  const [first] = releases
  if (first === undefined) return true
  const { policy, version } = first
  const attack = audit({ questionnaire: version.questionnaire, policy, releases: publishedOf(releases) })
  for (let step = attack.next(); ; step = attack.next()) if (step.done) return step.value.length === 0
}
