import type { longColumns} from '#analytics';
import { notGiven, pairSign, states } from '#analytics'
import { translator, type Language } from '#locales'

export type LongColumn = (typeof longColumns)[number]

/** The columns that hold whole numbers, with the least and the most that can stand in them. */
export const integerColumns: Partial<
  Record<LongColumn, { readonly minimum: number; readonly maximum?: number }>
> = {
  version: { minimum: 1 },
  n: { minimum: 0 },
  base: { minimum: 0 },
  percent: { minimum: 0, maximum: 100 }
}

/** The columns in which something stands in every row. */
export const filledColumns: readonly LongColumn[] = [
  'wave',
  'version',
  'question_id',
  'question_text',
  'option_code',
  'option_text',
  'lang'
]

/** What tells one row of a file from every other. */
export const keyColumns: readonly LongColumn[] = ['question_id', 'option_code', 'group', 'group_value']

/** The marks that can stand in `status`; an empty one says nothing and is not among them. */
export const statusMarks = ['c', 't', 'low', 'x'] as const

/** What a column of the CSV holds, in words. */
export function columnText(column: LongColumn, language: Language): string {
  return translator(language)(`openData:column.${column}`, {
    states: states.join(', '),
    sign: pairSign,
    notGiven,
    top: 't'
  })
}
