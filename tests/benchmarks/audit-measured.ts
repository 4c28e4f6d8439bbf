/** The measured process of the audit benchmark, a process of its own so that its memory is that of a release alone; prints JSON. */
import { createHash, randomBytes } from 'node:crypto'
import { canonicalJson } from '../../analytics/canonical.ts'
import { defaultPolicy, gatherResponses, leaveOut, plannedTables, protect, tabulate } from '#analytics'
import { codebookOf } from '#surveys'
import { prfOf } from '../../server/releases/noise-key.ts'
import { breakdowns, questionnaire } from './release-questionnaire.ts'
import { madeUp } from './release-responses.ts'

const responses = 2000
const codebook = codebookOf(questionnaire)
const gathering = gatherResponses(codebook)
for (let row = 0; row < responses; row += 1) {
  const answers = codebook.entries.flatMap(({ question, slots }) => madeUp(question, slots.length))
  const key = randomBytes(8)
  gathering.add({
    count: 1,
    answers: Int16Array.from([0, ...answers]),
    keyHigh: Uint32Array.of(key.readUInt32LE(0)),
    keyLow: Uint32Array.of(key.readUInt32LE(4))
  })
}
const plan = plannedTables(questionnaire, breakdowns)
const { tables, population } = tabulate({ codebook, responses: gathering.finish(), breakdowns, plan })

const start = performance.now()
const prf = prfOf(randomBytes(32), 'benchmark')
const policy = defaultPolicy
const printed = protect({ tables, population, earlier: [], questionnaire, policy, prf })
const isProtected = performance.now()
const audit = leaveOut({ questionnaire, policy, responses, tables: printed, earlier: [] })
let step = audit.next()
while (step.done !== true) step = audit.next()
const isAudited = performance.now()
createHash('sha256')
  .update(canonicalJson({ ...step.value }))
  .digest('hex')
const done = performance.now()

console.log(
  JSON.stringify({
    tables: printed.length,
    leftOut: step.value.leftOut.length,
    protectSeconds: (isProtected - start) / 1000,
    auditSeconds: (isAudited - isProtected) / 1000,
    storeSeconds: (done - isAudited) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024
  })
)
