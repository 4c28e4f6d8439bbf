import { notGiven, states } from '../table.ts'
import { note, wrong, type Finding } from './finding.ts'

type Row = Readonly<Record<string, string | number>>

/** How many cells that differ are named in a file; beyond that it is another file altogether. */
const mostNamed = 20

/**
 * The rows of a file of data against those that the release gives, cell by cell. Words of ours, such as those for a state,
 * may have been put differently by another version of Earshot: where only they differ, that is noted once.
 *
 * @param name  of the file
 * @param read  the file's lines as cells, the heading first
 */
export function verifyRows(input: {
  readonly name: string
  readonly read: readonly (readonly string[])[]
  readonly columns: readonly string[]
  readonly expected: Iterable<Row>
}): Finding[] {
  const { name, columns } = input
  const [heading = [], ...lines] = input.read
  if (heading.join() !== columns.join()) return [wrong('columns', name, { columns: columns.join(', ') })]
  const findings: Finding[] = []
  let count = 0
  let reworded = false
  for (const row of input.expected) {
    const line = lines[count]
    count += 1
    if (line === undefined || findings.length >= mostNamed) continue
    for (const [index, column] of columns.entries()) {
      const [found = '', expected] = [line[index], String(row[column] ?? '')]
      if (unescaped(found, expected) === expected) continue
      if (column === 'option_text' && isOurs(String(row['option_code']))) reworded = true
      // The heading is line 1.
      else findings.push(wrong('cell', `${name}, line ${count + 1}`, { column, found, expected }))
    }
  }
  if (lines.length < count)
    findings.push(wrong('rowsMissing', name, { lines: lines.length, expected: count }))
  if (lines.length > count) findings.push(wrong('rowsMore', name, { lines: lines.length, expected: count }))
  if (reworded) findings.push(note('ownWords', name))
  return findings
}

/** A text that a spreadsheet would run as a formula stands behind an apostrophe. */
function unescaped(found: string, expected: string): string {
  return found === `'${expected}` && /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(expected) ? expected : found
}

/** Whether the words for a code come from Earshot and not from the questionnaire: states, bands, what is counted beside. */
function isOurs(code: string): boolean {
  const known: readonly string[] = [...states, notGiven]
  return known.includes(code) || /^(top2|first:.*|\d+(-\d+)?)$/.test(code)
}
