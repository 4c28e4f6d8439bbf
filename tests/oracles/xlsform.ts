/**
 * Reads every workbook of a folder and sets our verdict beside that of a reference tool.
 *
 *     node --import tsx tests/oracles/xlsform.ts FOLDER [EXPECTED.json] [--details]
 *
 * EXPECTED.json: `{ forms: [{ file, structure: { rows, types }, pyxform: { ok, error } }] }`.
 * Exits with 1 when the import throws, or makes a questionnaire that is not of our shape.
 */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import Value from 'typebox/value'
import { importXlsform, Questionnaire, questionsOf, type XlsformImport } from '#surveys'
import { readWorkbook } from '../../server/secretariat/workbook.ts'

type Expected = {
  forms: { file: string; structure: { rows: number }; pyxform: { ok: boolean; error?: string } }[]
}

const [folder = '.', expectedFile, ...more] = process.argv.slice(2).filter(each => each !== '--details')
const details = process.argv.includes('--details')
if (more.length > 0) throw new Error('usage: xlsform.ts FOLDER [EXPECTED.json] [--details]')
const expected: Expected =
  expectedFile === undefined ? { forms: [] } : (JSON.parse(await readFile(expectedFile, 'utf8')) as Expected)

let crashed = false
for (const file of (await readdir(folder)).filter(name => /\.xlsx?$/i.test(name)).sort()) {
  const reference = expected.forms.find(form => form.file === file)?.pyxform
  const theirs =
    reference === undefined ? '-' : reference.ok ? 'ok' : `error: ${(reference.error ?? '').slice(13, 70)}`
  try {
    const outcome = await verdictOn(path.join(folder, file))
    console.log(`${file}\n    reference  ${theirs}\n    ours       ${outcome.summary}`)
    if (details) for (const line of outcome.lines) console.log(`      ${line}`)
  } catch (error) {
    crashed = true
    console.log(`${file}\n    CRASHED`, error)
  }
}
process.exitCode = crashed ? 1 : 0

async function verdictOn(file: string): Promise<{ summary: string; lines: string[] }> {
  const workbook = await readWorkbook(await readFile(file))
  if (!workbook.ok)
    return { summary: `not read: ${workbook.problems.map(each => each.code).join(', ')}`, lines: [] }
  const read = importXlsform(workbook.value, path.basename(file, path.extname(file)))
  if (read.outcome === 'imported') Value.Assert(Questionnaire, read.questionnaire)
  return { summary: summaryOf(read), lines: linesOf(read) }
}

function summaryOf(read: XlsformImport): string {
  if (read.outcome === 'refused') {
    const reasons = read.refusals.map(({ at, code, params }) => `${code} (${params?.['type'] ?? at})`)
    return `refused: ${reasons.join(', ')}; ${read.losses.length} losses`
  }
  const questions = questionsOf(read.questionnaire).length
  return `imported: ${questions} questions in ${read.questionnaire.sections.length} sections; ${read.losses.length} losses`
}

function linesOf(read: XlsformImport): string[] {
  const refusals = read.outcome === 'refused' ? read.refusals : []
  return [...refusals, ...read.losses].map(
    ({ at, code, params }) => `${at}: ${code} ${JSON.stringify(params)}`
  )
}
