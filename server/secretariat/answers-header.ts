import { problemAt, type Parsed, type Problem, type Shape } from '#surveys'

/** Most known names shown beside one that is not known. */
const namesShown = 3

const separators = [',', ';', '\t'] as const

/** What stands between the fields: spreadsheets of many countries write semicolons, and copied cells have tabs. */
export function separatorOf(firstLine: string): string {
  const counts = separators.map(separator => firstLine.split(separator).length)
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}

/** The question of each column, by the names in the first line. */
export function readHeader(names: readonly string[], shapes: readonly Shape[]): Parsed<readonly Shape[]> {
  const known = shapes.map(shape => shape.id)
  const problems: Problem[] = []
  const columns = names.flatMap((given, index) => {
    const name = given.trim()
    const at = `line 1, column ${index + 1}`
    const shape = shapes.find(one => one.id === name)
    if (name === '') problems.push({ at, code: 'answersFile.columnWithoutName' })
    else if (shape === undefined) {
      const params = { name: name.slice(0, 64), near: nearest(name, known).join(', ') }
      problems.push({ at, code: 'answersFile.unknownColumn', params })
    } else if (names.findIndex(one => one.trim() === name) < index) {
      problems.push({ at, code: 'answersFile.columnTwice', params: { name } })
    }
    return shape ?? []
  })
  if (problems.length > 0) return { ok: false, problems }
  return columns.length > 0 ? { ok: true, value: columns } : problemAt('line 1', 'answersFile.empty')
}

/** The names that need the fewest letters changed to become this one, the nearest first. */
function nearest(name: string, known: readonly string[]): string[] {
  const wanted = name.slice(0, 64).toLowerCase()
  return known
    .map(one => ({ one, changes: changesBetween(wanted, one.toLowerCase()) }))
    .sort((a, b) => a.changes - b.changes)
    .slice(0, namesShown)
    .map(({ one }) => one)
}

/** Letters to insert, delete or replace between two words (Levenshtein 1966). */
function changesBetween(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    above = current
  }
  return above[b.length] ?? a.length
}
