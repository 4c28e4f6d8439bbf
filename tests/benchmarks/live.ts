import { randomBytes } from 'node:crypto'
import {
  audit,
  defaultPolicy,
  gatherResponses,
  leaveOut,
  liveQuestionsOf,
  liveRuleOf,
  plannedTables,
  protect,
  oneOfTwoIn,
  protectLive,
  publishedOf,
  tabulate,
  type CodedResponses,
  type LiveRelease,
  type ProtectedLive
} from '#analytics'
import { languages } from '#locales'
import { codebookOf } from '#surveys'
import { nextThreshold } from '../../analytics/disclosure/schedule.ts'
import { prfOf } from '../../server/releases/noise-key.ts'
import { median } from './machine.ts'
import { breakdowns, questionnaire } from './release-questionnaire.ts'
import { madeUp } from './release-responses.ts'

const responses = 100_000
const rounds = 3
const codebook = codebookOf(questionnaire)
const policy = defaultPolicy

/**
 * All live releases that a hundred thousand answers to 40 questions make as they come, beside the one release after the
 * close, with 3 breakdowns and their pairs: tabulate, protect, audit. Pour, database, hash and chain are left out of both.
 */
export async function benchmarkLive(): Promise<void> {
  const all = gathered()
  const prf = prfOf(randomBytes(32), 'benchmark')
  const measured = Array.from({ length: rounds }, () => {
    const live = liveSeconds(all, prf)
    const alone = finalSeconds(all, prf, [])
    return { ...live, alone, after: finalSeconds(all, prf, live.releases) }
  })
  const middle = (of: (one: (typeof measured)[number]) => number): number => median(measured.map(of))
  const total = ({ seconds }: { seconds: readonly number[] }): number =>
    seconds.reduce((sum, each) => sum + each, 0)
  const [{ seconds, refused } = { seconds: [], refused: 0 }] = measured
  console.log(`  medians of ${rounds}, without pour, database, hash and chain`)
  console.log(
    `  live         ${middle(total).toFixed(2)} s, ${seconds.length} releases, the longest ${middle(one => Math.max(...one.seconds)).toFixed(2)} s, ${refused} refused by the audit`
  )
  console.log(
    `  final        ${middle(one => one.alone).toFixed(2)} s; audited with the live ones before it ${middle(one => one.after).toFixed(2)} s`
  )
  console.log(`  ratio        ${middle(one => total(one) / one.alone).toFixed(2)} of at most 3`)
  return Promise.resolve()
}

type Prf = ReturnType<typeof prfOf>

function gathered(): CodedResponses {
  const gathering = gatherResponses(codebook)
  for (let row = 0; row < responses; row += 1) {
    const key = randomBytes(8)
    const answers = codebook.entries.flatMap(({ question, slots }) => madeUp(question, slots.length))
    gathering.add({
      count: 1,
      answers: Int16Array.from([0, ...answers]),
      keyHigh: Uint32Array.of(key.readUInt32LE(0)),
      keyLow: Uint32Array.of(key.readUInt32LE(4))
    })
  }
  return gathering.finish()
}

function firstOf({ columns, keyHigh, keyLow }: CodedResponses, count: number): CodedResponses {
  return {
    count,
    columns: columns.map(column => column.subarray(0, count)),
    keyHigh: keyHigh.subarray(0, count),
    keyLow: keyLow.subarray(0, count)
  }
}

function liveSeconds(all: CodedResponses, prf: Prf) {
  const rule = liveRuleOf('open')
  const plan = liveQuestionsOf(questionnaire).map(({ id }) => ({ question: id, by: [[]] }))
  const oneOfTwo = oneOfTwoIn(questionnaire)
  const releases: LiveRelease[] = []
  const seconds: number[] = []
  let before: ProtectedLive | null = null
  let refused = 0
  for (
    let count = nextThreshold(0, rule.first);
    count + 10 <= all.count;
    count = nextThreshold(count, rule.first)
  ) {
    const part = firstOf(all, count)
    const number = releases.length + 1
    const start = performance.now()
    const { tables } = tabulate({ codebook, responses: part, breakdowns: [], plan })
    const made: ProtectedLive = protectLive({
      tables,
      oneOfTwo,
      responses: count,
      number,
      before,
      rule,
      policy,
      prf
    })
    const release = liveRelease(number, count, made)
    const attack = audit({ questionnaire, policy, releases: publishedOf([...releases, release]) })
    let step = attack.next()
    while (step.done !== true) step = attack.next()
    seconds.push((performance.now() - start) / 1000)
    if (step.value.length > 0) {
      refused += 1
      continue
    }
    releases.push(release)
    before = made
  }
  return { releases, seconds, refused }
}

function liveRelease(number: number, count: number, { tables }: ProtectedLive): LiveRelease {
  return {
    schema: 'earshot.live/1',
    number,
    previous: null,
    releasedOn: '2026-03-10',
    consultation: {
      slug: 'benchmark',
      demonstration: true,
      opensOn: '2026-03-01',
      closesOn: '2026-03-29',
      timeZone: 'Europe/Zurich',
      languages,
      meeting: null
    },
    version: { number: 1, hash: '0'.repeat(64), questionnaire },
    policy,
    rule: liveRuleOf('open'),
    responses: count,
    tables
  }
}

function finalSeconds(all: CodedResponses, prf: Prf, before: readonly LiveRelease[]): number {
  const start = performance.now()
  const plan = plannedTables(questionnaire, breakdowns)
  const { tables, population } = tabulate({ codebook, responses: all, breakdowns, plan })
  const printed = protect({ tables, population, earlier: [], questionnaire, policy, prf })
  const attack = leaveOut({
    questionnaire,
    policy,
    responses: all.count,
    tables: printed,
    earlier: publishedOf(before)
  })
  let step = attack.next()
  while (step.done !== true) step = attack.next()
  return (performance.now() - start) / 1000
}
