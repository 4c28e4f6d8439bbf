import {
  isLive,
  leftOutCode,
  liveWords,
  notGiven,
  pairSign,
  states,
  type AnyRelease,
  type DataColumn
} from '#analytics'
import { translator, type Language } from '#locales'

export type Limits = { readonly minimum: number; readonly maximum?: number }

/** The columns that hold whole numbers, with the least and the most that can stand in them. */
export const integerColumns: Partial<Record<DataColumn, Limits>> = {
  version: { minimum: 1 },
  n: { minimum: 0 },
  base: { minimum: 0 },
  percent: { minimum: 0, maximum: 100 },
  renewed: { minimum: 1 }
}

/** The columns in which something stands in every row. */
export const filledColumns: readonly DataColumn[] = [
  'wave',
  'version',
  'question_id',
  'question_text',
  'option_code',
  'option_text',
  'renewed',
  'lang'
]

/** What tells one row of a file from every other. */
export function keyColumns(release: AnyRelease): readonly DataColumn[] {
  return isLive(release)
    ? ['question_id', 'option_code']
    : ['question_id', 'option_code', 'group', 'group_value']
}

/** The marks that can stand in `status`; an empty one says nothing and is not among them. */
export function statusMarks(release: AnyRelease): readonly ('c' | 't' | 'low' | 'x')[] {
  return isLive(release) ? ['c', 't'] : ['c', 't', 'low', 'x']
}

/** The values of columns that hold one of a few. */
export function valuesOf(release: AnyRelease, column: DataColumn): readonly string[] | undefined {
  if (column === 'status') return statusMarks(release)
  return column === 'word' ? liveWords : undefined
}

/** What a column of the CSV holds, in words. */
export function columnText(release: AnyRelease, column: DataColumn, language: Language): string {
  const key = isLive(release) && column === 'percent' ? 'livePercent' : column
  const t = translator(language)
  const text = t(`openData:column.${key}`, {
    states: states.join(', '),
    sign: pairSign,
    notGiven,
    top: 't',
    words: liveWords.join(', ')
  })
  if (column !== 'option_code' || isLive(release) || (release.leftOut ?? []).length === 0) return text
  return `${text} ${t('openData:column.leftOut', { code: leftOutCode })}`
}
