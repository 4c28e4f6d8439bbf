/**
 * Reads a form and its answers, packs and tabulates them, and compares every count with those of another program:
 *
 *     node --import tsx tests/oracles/tabulate.ts FOLDER
 *
 * FOLDER holds form.xlsx, responses.csv and expected.json: `{ responses, questions: { <id>: { kind, all: <counts>,
 * <breakdown>: { <value or "(none)">: <counts> } } } }`, where counts are `{ base, dk, pns, skipped, counts }`.
 * No database takes part. Exits with 1 on any difference.
 */
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import Type from 'typebox'
import Value from 'typebox/value'
import { notGiven, tabulate } from '#analytics'
import { codebookOf, importXlsform, pack, type Questionnaire } from '#surveys'
import { readAnswersFile } from '../../server/secretariat/answers-file.ts'
import { readWorkbook } from '../../server/secretariat/workbook.ts'
import { codedResponses } from '../support/coded-responses.ts'

type Column = ReturnType<typeof tabulate>['tables'][number]['columns'][number]

const Counts = Type.Object({
  base: Type.Integer(),
  dk: Type.Integer(),
  pns: Type.Integer(),
  skipped: Type.Integer(),
  counts: Type.Record(Type.String(), Type.Integer())
})
const Groups = Type.Record(Type.String(), Counts)
const Expected = Type.Object({
  responses: Type.Integer(),
  questions: Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown()))
})
type Counts = Type.Static<typeof Counts>

const nobody: Counts = { base: 0, dk: 0, pns: 0, skipped: 0, counts: {} }

const folder = process.argv[2]
if (folder === undefined) throw new RangeError('usage: tabulate.ts FOLDER')
const expected = Value.Parse(Expected, JSON.parse(await readFile(path.join(folder, 'expected.json'), 'utf8')))
const questionnaire = await formOf(folder)
const codebook = codebookOf(questionnaire)
const started = performance.now()
const read = await readAnswersFile({
  questionnaire,
  bytes: createReadStream(path.join(folder, 'responses.csv')),
  keep: answers => pack(codebook, 'en', answers)
})
if (!read.ok) throw new RangeError(JSON.stringify(read.problems.slice(0, 20), null, 2))
const packed = read.value.responses.map((answers, index) => ({ answers, key: BigInt(index) }))
const seconds = (performance.now() - started) / 1000
console.log(`${packed.length} responses read in ${seconds.toFixed(2)} s, ${read.value.blank} of them blank`)

let compared = 0
const differences: string[] = []
same('responses', packed.length, expected.responses)
const breakdowns = breakdownsOf()
const { tables } = tabulate({
  codebook,
  responses: codedResponses(codebook, packed),
  breakdowns,
  // A question by itself too: the other program counts it so.
  plan: codebook.entries.map(({ question }) => ({
    question: question.id,
    by: [[], ...breakdowns.map(id => [id])]
  }))
})
for (const table of tables) {
  const [by] = table.by
  const given = expected.questions[table.question]?.[by ?? 'all']
  const groups = by === undefined ? { all: given } : given
  for (const column of table.columns) {
    const [value = 'all'] = column.values
    const theirs = Value.Parse(Groups, groups)[value === notGiven ? '(none)' : value] ?? nobody
    compareColumn(`${table.question} by ${by ?? 'nothing'}: ${value}`, table.codes, column, theirs)
  }
}
for (const question of Object.keys(expected.questions)) {
  same(
    `tables of ${question}`,
    tables.filter(table => table.question === question).length,
    breakdowns.length + 1
  )
}
console.log(`${compared} numbers compared, ${differences.length} differ`)
for (const difference of differences.slice(0, 50)) console.log(`  ${difference}`)
process.exitCode = differences.length === 0 ? 0 : 1

function compareColumn(place: string, codes: readonly string[], column: Column, theirs: Counts): void {
  same(`${place}, answered`, column.answered, theirs.base)
  same(`${place}, dk`, column.states.dk, theirs.dk)
  same(`${place}, pns`, column.states.pns, theirs.pns)
  same(`${place}, skipped`, column.states.skipped + column.states.not_shown, theirs.skipped)
  codes.forEach((code, index) => {
    same(`${place}, ${code}`, column.chosen[index], theirs.counts[code] ?? 0)
  })
  for (const code of Object.keys(theirs.counts)) {
    if (!codes.includes(code)) differences.push(`${place}: we have no code ${code}`)
  }
}

function same(place: string, ours: number | undefined, theirs: number): void {
  compared += 1
  if (ours !== theirs) differences.push(`${place}: ${ours}, expected ${theirs}`)
}

/** What every question of the other program's counts is split by. */
function breakdownsOf(): string[] {
  const [first = {}] = Object.values(expected.questions)
  return Object.keys(first).filter(key => key !== 'kind' && key !== 'all')
}

async function formOf(folder: string): Promise<Questionnaire> {
  const sheets = await readWorkbook(await readFile(path.join(folder, 'form.xlsx')))
  if (!sheets.ok) throw new RangeError(JSON.stringify(sheets.problems))
  const form = importXlsform(sheets.value, path.basename(folder))
  if (form.outcome === 'refused') throw new RangeError(JSON.stringify(form.refusals))
  console.log(`form imported with ${form.losses.length} losses`)
  return form.questionnaire
}
