import type { Problem } from '#surveys'
import { readHelpline, type Entered } from './check.ts'
import type { Column } from './columns.ts'
import type { Helpline } from './helpline.ts'

/** A line of a file, and the number by which a person finds it. */
export type Line = { readonly fields: readonly string[]; readonly number: number }

/** The helplines in the lines below the first, and everything that is wrong with them. */
export function readRows(rows: readonly Line[], columns: readonly Column[], today: string) {
  const helplines: Helpline[] = []
  const problems: Problem[] = []
  const firstLines = new Map<string, number>()
  for (const { fields, number } of rows) {
    if (fields.length !== columns.length) {
      const params = { found: fields.length, expected: columns.length }
      problems.push({ at: `line ${number}`, code: 'answersFile.numberOfFields', params })
      continue
    }
    const read = readHelpline(enteredIn(fields, columns), today)
    if (!read.ok) {
      problems.push(
        ...read.problems.map(each => ({ ...each, at: `line ${number}, column ${nameOf(each.at)}` }))
      )
      continue
    }
    const { country, name } = read.value
    const line = firstLines.get(`${country} ${name}`)
    if (line !== undefined)
      problems.push({ at: `line ${number}`, code: 'helpline.twice', params: { country, name, line } })
    firstLines.set(`${country} ${name}`, line ?? number)
    helplines.push(read.value)
  }
  return { helplines, problems }
}

/** The fields of a line by their columns; blanks around and within them do not count. */
function enteredIn(fields: readonly string[], columns: readonly Column[]): Entered {
  const at = (column: Column) => tidy(fields[columns.indexOf(column)] ?? '')
  const orNull = (text: string) => (text === '' ? null : text)
  return {
    country: at('country').toUpperCase(),
    name: at('name'),
    number: orNull(at('number')),
    website: orNull(at('website')),
    hours: at('hours').replace(/^always$/i, 'always'),
    languages: [...new Set(at('languages').split(' '))],
    cost: at('cost').toLowerCase(),
    source: at('source'),
    verifiedOn: orNull(at('verified_on')),
    verifiedBy: orNull(at('verified_by'))
  }
}

/** Spaces of every sort as one, and letters composed, so that what looks the same is the same. */
export function tidy(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ')
}

/** The column that a field of a helpline stands in. */
function nameOf(field: string): string {
  return field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}
