import type { Section } from '../../questionnaire.ts'
import { readNote, readOpen, readSelect } from './asked-rows.ts'
import { excerpt, record } from './ledger.ts'
import { recordLeftovers } from './leftovers.ts'
import { mendedId } from './names.ts'
import { closeGroup, finished, openGroup, place } from './sections.ts'
import { take, type Row, type SheetTable } from './sheet.ts'
import { wordsIn } from './texts.ts'
import { rowType, type RowType } from './type-cell.ts'
import { freshId, relevanceOf, type Walk } from './walk.ts'

/** Reads the survey sheet from top to bottom: every row ends in a section or in the ledger. */
export function sectionsOf(walk: Walk, table: SheetTable): Section[] {
  for (const row of table.rows) readRow(walk, row)
  const { losses } = walk.ledger
  for (const { row } of walk.sections.open) record(losses, table.sheet, row, 'xlsform.groupNotClosed')
  if (walk.repeat !== null)
    record(losses, table.sheet, null, 'xlsform.repeatNotClosed', { name: walk.repeat.name })
  const { sections, emptyRows } = finished(walk.sections, walk.ids)
  for (const row of emptyRows) record(losses, table.sheet, row, 'xlsform.groupEmpty')
  return sections
}

function readRow(walk: Walk, row: Row): void {
  const { ledger } = walk
  const { sheet } = row.table
  const written = take(row, 'type')
  const type = rowType(written)
  const name = take(row, 'name')
  if (/^(yes|true|true\(\)|1)$/i.test(take(row, 'disabled'))) leaveOut(walk, row, 'xlsform.rowDisabled')
  else if (type.is === 'refused') {
    walk.leftOut.add(name)
    record(ledger.refusals, sheet, row.number, type.reason, { type: excerpt(written) })
  } else if (walk.repeat !== null || (type.is === 'begin' && type.what === 'repeat'))
    skipRepeat(walk, row, type, name)
  else if (type.is === 'select') readSelect(walk, row, type)
  else if (type.is === 'begin') beginGroup(walk, row)
  else if (type.is === 'end') endGroup(walk, row, type.what)
  else if (type.is === 'note') readNote(walk, row)
  else if (type.is === 'acknowledge') readNote(walk, row, 'xlsform.acknowledgeAsNote')
  else if (type.is === 'leftOut') leaveOut(walk, row, type.reason, { type: excerpt(written) })
  else if (type.is !== 'unknown') readOpen(walk, row, type.is)
  else if (written === '') leaveOut(walk, row, 'xlsform.typeMissing')
  else leaveOut(walk, row, 'xlsform.typeUnknown', { type: excerpt(written) })
}

function leaveOut(walk: Walk, row: Row, code: string, params: Readonly<Record<string, string>> = {}): void {
  walk.leftOut.add(take(row, 'name'))
  record(walk.ledger.losses, row.table.sheet, row.number, code, params)
}

/** A repeat asks the same questions again for each of several people or things; nothing of ours does. */
function skipRepeat(walk: Walk, row: Row, type: RowType, name: string): void {
  walk.repeat ??= { name: excerpt(name), depth: 0 }
  leaveOut(walk, row, 'xlsform.repeatDropped', { name: walk.repeat.name })
  if (type.is === 'begin') walk.repeat.depth += 1
  if (type.is === 'end') walk.repeat.depth -= 1
  if (walk.repeat.depth === 0) walk.repeat = null
}

function beginGroup(walk: Walk, row: Row): void {
  const name = take(row, 'name')
  const label = wordsIn(row, 'label', walk.texts)
  const hint = wordsIn(row, 'hint', walk.texts)
  const title = label === undefined ? undefined : { standard: label }
  const wantedId = mendedId(name) || `section_${row.number}`
  const showWhen = relevanceOf(walk, row)
  if (!openGroup(walk.sections, { row: row.number, wantedId, title, showWhen })) {
    record(walk.ledger.losses, row.table.sheet, row.number, 'xlsform.groupFlattened')
    if (title !== undefined) {
      place(
        walk.sections,
        { kind: 'note', id: freshId(walk, `${wantedId.slice(0, 58)}_title`, 'title'), text: title },
        undefined
      )
    }
  }
  if (hint !== undefined) {
    const id = freshId(walk, `${wantedId.slice(0, 58)}_hint`, 'hint')
    place(walk.sections, { kind: 'note', id, text: { standard: hint } }, undefined)
  }
  recordLeftovers(row, walk.ledger)
}

function endGroup(walk: Walk, row: Row, what: 'group' | 'repeat'): void {
  const { losses } = walk.ledger
  if (!closeGroup(walk.sections)) record(losses, row.table.sheet, row.number, 'xlsform.endWithoutBegin')
  else if (what === 'repeat') record(losses, row.table.sheet, row.number, 'xlsform.endOfAnother')
  recordLeftovers(row, walk.ledger)
}
