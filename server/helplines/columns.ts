import type { Parsed, Problem } from '#surveys'

const required = ['country', 'name', 'number', 'website', 'hours', 'languages', 'cost', 'source'] as const
const optional = ['verified_on', 'verified_by'] as const
const known = [...required, ...optional]
export type Column = (typeof known)[number]

/** The columns of a file, in any order, by the names in its first line. */
export function readColumns(names: readonly string[]): Parsed<readonly Column[]> {
  const given = names.map(name => name.trim().toLowerCase())
  const columns = given.flatMap(name => known.find(column => column === name) ?? [])
  const problems = [
    ...given.flatMap((name, index) => wrongName(name, index, given)),
    ...required
      .filter(column => !columns.includes(column))
      .map(name => problem('line 1', 'helpline.columnMissing', name))
  ]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: columns }
}

function wrongName(name: string, index: number, given: readonly string[]): Problem[] {
  const at = `line 1, column ${index + 1}`
  if (!known.some(column => column === name)) return [problem(at, 'helpline.columnUnknown', name)]
  return given.indexOf(name) < index ? [{ at, code: 'answersFile.columnTwice', params: { name } }] : []
}

function problem(at: string, code: string, name: string): Problem {
  return { at, code, params: { name: name.slice(0, 60), columns: known.join(', ') } }
}
