import type { Questionnaire } from '../../questionnaire.ts'
import { isQuestion } from '../../questionnaire.ts'
import { choiceLists, type ChoiceList } from './choices.ts'
import { entriesOf, newLedger, record, type Ledger, type Loss } from './ledger.ts'
import { recordErrorCells } from './leftovers.ts'
import { settingsOf, titleOf } from './settings.ts'
import { findSheet, tableOf, type Sheet, type SheetTable } from './sheet.ts'
import { sectionsOf } from './survey.ts'
import { textsOf } from './texts.ts'
import { newWalk } from './walk.ts'

export type { Loss } from './ledger.ts'
export type { Sheet } from './sheet.ts'

/** Losses are all that is not in the questionnaire as it was in the form; a refused form lists them too. */
export type XlsformImport =
  | { readonly outcome: 'imported'; readonly questionnaire: Questionnaire; readonly losses: readonly Loss[] }
  | { readonly outcome: 'refused'; readonly refusals: readonly Loss[]; readonly losses: readonly Loss[] }

/** Sheets that are read; every other one is for the authors. */
const ourSheets = ['survey', 'choices', 'settings']
/** More filled rows than any questionnaire has; the rest of the import need not think of size. */
const mostRows: Readonly<Record<string, number>> = { survey: 2_000, choices: 20_000 }

/**
 * Reads a form in the XLSForm convention.
 *
 * @param sheets the workbook, sheet by sheet
 * @param fallbackTitle the title when the form has none, such as the file's name
 * @returns a questionnaire with everything that was lost on the way, or the reasons why the form is refused;
 *   every filled cell is in the questionnaire or in a loss or refusal
 * @see https://xlsform.org/en/ for the convention
 */
export function importXlsform(sheets: readonly Sheet[], fallbackTitle: string): XlsformImport {
  const ledger = newLedger()
  const [survey, choices, settings] = [
    tableIn(sheets, 'survey'),
    tableIn(sheets, 'choices'),
    tableIn(sheets, 'settings')
  ]
  if (!isReadable(sheets, survey, choices, ledger)) return refused(ledger)
  for (const table of [survey, choices, settings]) recordErrorCells(table, ledger)
  const { titles, language } = settingsOf(settings, ledger)
  const texts = textsOf(survey, choices, language, ledger)
  const lists = choiceLists(choices, texts)
  const walk = newWalk(survey, lists, texts)
  const sections = sectionsOf(walk, survey)
  recordUnusedLists(lists, walk.usedLists, ledger)
  recordOtherSheets(sheets, ledger)
  if (!sections.some(section => section.items.some(isQuestion)))
    record(ledger.refusals, 'survey', null, 'xlsform.nothingAsked')
  else if (texts.present.size === 0) refuseLanguages(survey, language, ledger)
  if (ledger.refusals.size > 0) return refused(ledger)
  const title = titleOf(titles, fallbackTitle, texts, ledger)
  const questionnaire = { title: { standard: title }, sections }
  return { outcome: 'imported', questionnaire, losses: entriesOf(ledger.losses) }
}

function tableIn(sheets: readonly Sheet[], name: string): SheetTable {
  return tableOf(findSheet(sheets, name), name)
}

function refused(ledger: Ledger): XlsformImport {
  return { outcome: 'refused', refusals: entriesOf(ledger.refusals), losses: entriesOf(ledger.losses) }
}

function isReadable(
  sheets: readonly Sheet[],
  survey: SheetTable,
  choices: SheetTable,
  ledger: Ledger
): boolean {
  const { refusals } = ledger
  if (findSheet(sheets, 'survey') === undefined) {
    const names = sheets.map(sheet => sheet.name).join(', ')
    record(refusals, 'survey', null, 'xlsform.surveySheetMissing', { sheets: names })
  } else if (survey.columns.length === 0) record(refusals, 'survey', null, 'xlsform.surveySheetEmpty')
  else {
    for (const column of ['type', 'name']) {
      if (!survey.columns.some(({ base }) => base === column)) {
        record(refusals, 'survey', null, 'xlsform.columnMissing', { column })
      }
    }
  }
  for (const { sheet, rows } of [survey, choices]) {
    const most = mostRows[sheet] ?? 0
    if (rows.length > most) record(refusals, sheet, null, 'xlsform.tooManyRows', { found: rows.length, most })
  }
  return refusals.size === 0
}

/** Words in another language under the heading of one of the six would be a lie, so such a form is not imported. */
function refuseLanguages(survey: SheetTable, setting: string, ledger: Ledger): void {
  const labels = survey.columns.filter(column => column.base === 'label')
  const languages = [...new Set(labels.map(column => column.language ?? setting))].filter(name => name !== '')
  record(ledger.refusals, 'survey', null, 'xlsform.noLanguage', { languages: languages.join(', ') || '–' })
}

function recordUnusedLists(
  lists: ReadonlyMap<string, ChoiceList>,
  used: ReadonlySet<string>,
  ledger: Ledger
): void {
  for (const [list, { rows }] of lists) {
    if (used.has(list)) continue
    for (const row of rows)
      record(ledger.losses, 'choices', row, 'xlsform.listUnused', { list: list.slice(0, 100) })
  }
}

function recordOtherSheets(sheets: readonly Sheet[], ledger: Ledger): void {
  const others = sheets
    .map(sheet => sheet.name)
    .filter(name => !ourSheets.includes(name.trim().toLowerCase()))
  if (others.length > 0)
    record(ledger.losses, 'workbook', null, 'xlsform.sheetsIgnored', { sheets: others.join(', ') })
}
