/**
 * The measured process of the report benchmark: a process of its own, so that its memory is that of making documents
 * alone. Prints JSON.
 */
import { figuresIn, reportOf } from '#analytics'
import { languages } from '#locales'
import { digitalLiteracyShape, questionsOf, readyQuestionnaire, syntheticResponses } from '#surveys'
import { docxOf } from '../../server/reports/docx.ts'
import { openWorkshop } from '../../server/workshop/index.ts'
import { seeded } from '../support/answers.ts'
import { madeRelease, withNoise } from '../support/made-release.ts'

const setting = questionsOf(readyQuestionnaire('getting-help')).find(({ id }) => id === 'setting')
if (setting === undefined) throw new Error('there is no question about the place of living')
const ready = readyQuestionnaire('digital-literacy')
// Thirteen closed questions and one more.
const questionnaire = { ...ready, sections: [...ready.sections, { id: 'place', items: [setting] }] }
const shape = {
  ...digitalLiteracyShape,
  questions: [...digitalLiteracyShape.questions, { id: 'setting', weights: { city: 5, town: 3, village: 2 } }]
}
const release = madeRelease({
  questionnaire,
  breakdowns: ['age_band', 'gender', 'region'],
  answers: syntheticResponses(questionnaire, shape, 2000, seeded(1)).map(({ answers }) => answers),
  prf: withNoise
})
const idle = process.memoryUsage.rss()

const painter = openWorkshop()
const start = performance.now()
let charts = 0
let bytes = 0
for (const language of languages) {
  const report = reportOf({ release, hash: 'ab12'.repeat(16), language })
  charts += figuresIn(report).length
  bytes += (await docxOf(report, painter)).length
}
const made = performance.now()
const peak = process.resourceUsage().maxRSS * 1024
for (const language of languages) {
  const report = reportOf({ release, hash: 'ab12'.repeat(16), language })
  for (const { chart } of figuresIn(report)) await painter.paint(chart, language)
}
const painted = performance.now()
await painter.close()

console.log(
  JSON.stringify({
    charts,
    bytes,
    seconds: (made - start) / 1000,
    paintSeconds: (painted - made) / 1000,
    idleMegabytes: idle / 2 ** 20,
    peakMegabytes: peak / 2 ** 20
  })
)
