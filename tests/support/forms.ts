import {
  importXlsform,
  questionsOf,
  type Question,
  type Questionnaire,
  type Sheet,
  type XlsformImport
} from '#surveys'

type Cells = readonly (string | number | boolean | null)[]

/** A form as sheets, from rows below the usual headings. */
export function formOf(
  survey: readonly Cells[],
  choices: readonly Cells[] = [],
  headings: Cells = [
    'type',
    'name',
    'label::English (en)',
    'relevant',
    'constraint',
    'appearance',
    'parameters'
  ]
): Sheet[] {
  return [
    { name: 'survey', rows: [headings, ...survey] },
    { name: 'choices', rows: [['list_name', 'name', 'label::English (en)'], ...choices] },
    { name: 'settings', rows: [['form_title'], ['A form']] }
  ]
}

/** @throws Error when the form is refused */
export function imported(sheets: readonly Sheet[]): Questionnaire {
  const read = importXlsform(sheets, 'Untitled')
  if (read.outcome === 'refused') throw new Error(JSON.stringify(read.refusals))
  return read.questionnaire
}

/** @throws Error when the form is refused or has no such question */
export function questionIn(sheets: readonly Sheet[], id: string): Question {
  const question = questionsOf(imported(sheets)).find(each => each.id === id)
  if (question === undefined) throw new Error(`no question ${id}`)
  return question
}

/** Losses as "code at place", without what is the same in every form. */
export function lossesOf(sheets: readonly Sheet[]): string[] {
  return importXlsform(sheets, 'Untitled').losses.map(told)
}

export function refusalsOf(sheets: readonly Sheet[]): string[] {
  const read: XlsformImport = importXlsform(sheets, 'Untitled')
  return read.outcome === 'refused' ? read.refusals.map(told) : []
}

function told({ at, code }: { at: string; code: string }): string {
  return `${code.replace('xlsform.', '')} at ${at}`
}
