import type { Condition } from '../../questionnaire.ts'
import type { ChoiceList } from './choices.ts'
import { excerpt, record, type Ledger } from './ledger.ts'
import { claim, mendedId } from './names.ts'
import { conditionOf } from './relevance.ts'
import { isTrouble, type Asked } from './scope.ts'
import { newSections, type Sections } from './sections.ts'
import { cellText, take, type Row, type SheetTable } from './sheet.ts'
import type { Texts } from './texts.ts'
import { rowType } from './type-cell.ts'

/** What is known while the survey sheet is read from top to bottom. */
export type Walk = {
  readonly ledger: Ledger
  readonly texts: Texts
  readonly lists: ReadonlyMap<string, ChoiceList>
  readonly usedLists: Set<string>
  readonly sections: Sections
  /** Ids that are taken, those of rows further down among them. */
  readonly ids: Set<string>
  /** Names that already became ids. */
  readonly given: Set<string>
  /** Names in the form with the first row that carries them, and those that several rows carry. */
  readonly rowOf: ReadonlyMap<string, number>
  readonly ambiguous: ReadonlySet<string>
  readonly earlier: Map<string, Asked>
  readonly leftOut: Set<string>
  /** The repeat that is being left out, with the number of groups open in it. */
  repeat: { readonly name: string; depth: number } | null
}

export function newWalk(table: SheetTable, lists: ReadonlyMap<string, ChoiceList>, texts: Texts): Walk {
  const { rowOf, ambiguous } = namesOf(table)
  return {
    ledger: texts.ledger,
    texts,
    lists,
    usedLists: new Set(),
    sections: newSections(),
    ids: new Set([...rowOf.keys()].filter(name => mendedId(name) === name)),
    given: new Set(),
    rowOf,
    ambiguous,
    earlier: new Map(),
    leftOut: new Set(),
    repeat: null
  }
}

/** The id of a question or note: its name where that will do, else one that is made and recorded. */
export function idOf(walk: Walk, row: Row, name: string): string {
  const isSecond = walk.given.has(name)
  walk.given.add(name)
  // A name that will do was kept free for the first row that carries it.
  if (name !== '' && mendedId(name) === name && !isSecond) return name
  const id = freshId(walk, name, `q_${row.number}`)
  const { losses } = walk.ledger
  if (name === '') record(losses, row.table.sheet, row.number, 'xlsform.nameMissing', { id })
  else {
    const code = isSecond ? 'xlsform.nameTwice' : 'xlsform.nameMended'
    record(losses, row.table.sheet, row.number, code, { name: excerpt(name), id })
  }
  return id
}

/** An id for something whose name nobody refers to: notes without one, and what is added to the form. */
export function freshId(walk: Walk, name: string, otherwise: string): string {
  return claim(mendedId(name) || otherwise, walk.ids)
}

/** The condition in a row's `relevant` cell. One that we cannot express is recorded, and the row always shown. */
export function relevanceOf(walk: Walk, row: Row): Condition | undefined {
  const expression = take(row, 'relevant')
  if (expression === '') return undefined
  const condition = conditionOf(expression, {
    earlier: walk.earlier,
    ambiguous: walk.ambiguous,
    isLater: name => (walk.rowOf.get(name) ?? 0) >= row.number,
    isLeftOut: name => walk.leftOut.has(name)
  })
  if (!isTrouble(condition)) return condition
  const params = { expression: excerpt(expression), ...condition.params }
  record(walk.ledger.losses, row.table.sheet, row.number, condition.trouble, params)
  return undefined
}

function namesOf(table: SheetTable): { rowOf: Map<string, number>; ambiguous: Set<string> } {
  const rowOf = new Map<string, number>()
  const ambiguous = new Set<string>()
  const type = table.columns.find(column => column.base === 'type')?.index ?? -1
  const name = table.columns.find(column => column.base === 'name')?.index ?? -1
  for (const row of table.rows) {
    const given = cellText(row, name)
    const { is } = rowType(cellText(row, type))
    if (given === '' || is === 'begin' || is === 'end') continue
    if (rowOf.has(given)) ambiguous.add(given)
    else rowOf.set(given, row.number)
  }
  return { rowOf, ambiguous }
}
