import { Check } from 'typebox/value'
import type { Parsed, Problem } from '#surveys'
import { costs, Helpline, longest } from './helpline.ts'

type Field = keyof Helpline

/** What somebody entered, not yet looked at. */
export type Entered = {
  readonly [field in Field]: field extends 'languages' ? readonly string[] : string | null
}

/** Most of a wrong value that is repeated in the sentence about it. */
const mostRepeated = 60

/** A helpline as it was entered, or everything that is wrong with it, `at` its fields. @param today `YYYY-MM-DD` */
export function readHelpline(entered: Entered, today: string): Parsed<Helpline> {
  const problems = [...wrongFields(entered), ...wrongTogether(entered, today)]
  if (problems.length === 0 && Check(Helpline, entered)) return { ok: true, value: entered }
  return { ok: false, problems }
}

function wrongFields(entered: Entered): Problem[] {
  return fields
    .filter(field => !Check(Helpline.properties[field], entered[field]))
    .map(field => problemOf(field, shown(entered[field])))
}

/** In the order of the columns of a file. */
const fields = [
  'country',
  'name',
  'number',
  'website',
  'hours',
  'languages',
  'cost',
  'source',
  'verifiedOn',
  'verifiedBy'
] as const satisfies readonly Field[]

function problemOf(field: Field, value: string): Problem {
  switch (field) {
    case 'country':
      return { at: field, code: 'helpline.country', params: { value } }
    case 'number':
      return { at: field, code: 'helpline.number', params: { value } }
    case 'website':
      return { at: field, code: 'helpline.website', params: { value } }
    case 'languages':
      return { at: field, code: 'helpline.languages', params: { value, limit: longest.languages } }
    case 'cost':
      return { at: field, code: 'helpline.cost', params: { value, known: costs.join(', ') } }
    case 'verifiedOn':
      return { at: field, code: 'meeting.notADate', params: { value } }
    case 'name':
    case 'hours':
    case 'source':
    case 'verifiedBy':
      return { at: field, code: 'helpline.text', params: { limit: longest[field] } }
  }
}

function shown(value: string | null | readonly string[]): string {
  const text = typeof value === 'string' ? value : (value ?? []).join(' ')
  return text.length > mostRepeated ? `${text.slice(0, mostRepeated)} …` : text
}

function wrongTogether({ number, website, verifiedOn, verifiedBy }: Entered, today: string): Problem[] {
  const problems: Problem[] = []
  if (number === null && website === null) problems.push({ at: 'number', code: 'helpline.noContact' })
  if ((verifiedOn === null) !== (verifiedBy === null))
    problems.push({ at: 'verifiedOn', code: 'helpline.verifiedTogether' })
  return [...problems, ...wrongDay(verifiedOn, today)]
}

/** A verification that nobody can have made yet. */
export function wrongDay(verifiedOn: string | null, today: string): Problem[] {
  if (verifiedOn === null || !Check(Helpline.properties.verifiedOn, verifiedOn) || verifiedOn <= today)
    return []
  return [{ at: 'verifiedOn', code: 'helpline.future', params: { value: verifiedOn } }]
}
