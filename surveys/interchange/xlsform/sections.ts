import type { Condition, Note, Question, Section, Wording } from '../../questionnaire.ts'
import { claim } from './names.ts'
import { allOf } from './relevance.ts'

type Draft = {
  /** Spreadsheet row of the group; null for what stands outside all groups. */
  readonly row: number | null
  readonly wantedId: string
  readonly title: Wording | undefined
  readonly showWhen: Condition | undefined
  readonly items: (Question | Note)[]
}

/**
 * The sections being built. Ours have one level: a group on the first level is a section, groups within it
 * lend their condition to what stands in them.
 */
export type Sections = {
  readonly drafts: Draft[]
  /** The open groups from the outermost in: their rows, and when they are shown. */
  readonly open: { readonly row: number; readonly showWhen: Condition | undefined }[]
  /** Whether the last section still takes items. */
  running: boolean
}

export function newSections(): Sections {
  return { drafts: [], open: [], running: false }
}

export type Group = {
  readonly row: number
  readonly wantedId: string
  readonly title: Wording | undefined
  readonly showWhen: Condition | undefined
}

/** @returns whether the group became a section; false for one within another */
export function openGroup(sections: Sections, group: Group): boolean {
  sections.open.push(group)
  if (sections.open.length > 1) return false
  sections.drafts.push({ ...group, items: [] })
  sections.running = true
  return true
}

/** @returns false when no group is open */
export function closeGroup(sections: Sections): boolean {
  const closed = sections.open.pop()
  if (sections.open.length === 0) sections.running = false
  return closed !== undefined
}

/** Puts a question or note into the section that is open; outside all groups into one without a title. */
export function place(sections: Sections, item: Question | Note, own: Condition | undefined): void {
  if (!sections.running) {
    sections.drafts.push({ row: null, wantedId: 'part', title: undefined, showWhen: undefined, items: [] })
    sections.running = true
  }
  // The section itself carries the condition of the outermost group.
  const showWhen = allOf([...sections.open.slice(1).map(group => group.showWhen), own])
  sections.drafts.at(-1)?.items.push(showWhen === undefined ? item : { ...item, showWhen })
}

/**
 * The sections that hold anything. They get their ids last, so that questions and notes keep their names.
 *
 * @param ids taken ids; those of the sections are added
 */
export function finished(sections: Sections, ids: Set<string>): { sections: Section[]; emptyRows: number[] } {
  const filled = sections.drafts.filter(draft => draft.items.length > 0)
  const emptyRows = sections.drafts.filter(draft => draft.items.length === 0).map(draft => draft.row)
  return {
    sections: filled.map(({ wantedId, title, showWhen, items }) => ({
      id: claim(wantedId, ids),
      ...(title === undefined ? {} : { title }),
      ...(showWhen === undefined ? {} : { showWhen }),
      items
    })),
    emptyRows: emptyRows.filter(row => row !== null)
  }
}
