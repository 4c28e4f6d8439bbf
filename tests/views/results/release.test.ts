import { describe, expect, it } from 'vitest'
import type { ProtectedCount, ProtectedTable } from '#analytics'
import { resultsPage } from '#views'
import { exampleRelease } from '../../../views/examples/release.ts'
import { testRenderer } from '../renderer.ts'

const release = exampleRelease()
const input = { release, hash: 'ab12'.repeat(16), language: 'en' } as const
const page = resultsPage(input)
const html = testRenderer().render('results/release', page)

describe('the results page', () => {
  it('says whom the results describe, and that numbers are changed a little', () => {
    expect(html).toContain(
      'Open consultation; respondents chose to take part. Results describe those who answered and do not represent all children and young people.'
    )
    expect(html).toContain('Small random changes protect respondents; figures may not add up.')
  })

  it('prints every number of the release, and no other', () => {
    expect(numbersOnPage()).toEqual(numbersOfRelease())
  })

  it('shows the marks where a number is hidden, and explains them before the first table', () => {
    expect(html.indexOf('How to read the tables')).toBeLessThan(html.indexOf('<table'))
    expect(html).toContain('>[c]</abbr>')
  })

  it('gives each figure bars of its own, so that it needs no script', () => {
    const figure = html.slice(html.indexOf('id="f1"'), html.indexOf('id="f2"'))
    expect(figure).toContain('<rect width="')
  })

  it('prints the policy with which the release was made', () => {
    const policy = { ...release.policy, countFrom: 17 }
    const method = resultsPage({ ...input, release: { ...release, policy } }).method.join(' ')
    expect(method).toContain('below 17')
  })

  it('counts for open questions how many wrote, and shows no words of theirs', () => {
    const written = page.parts.flatMap(part => part.entries.flatMap(entry => entry.written ?? []))
    expect(written.map(({ count }) => count.mark ?? count.text)).toEqual(
      release.written.map(({ count }) => (count.n === null ? '[c]' : String(count.n)))
    )
    for (const { count } of written) expect(html).toContain(count.mark ?? `>${count.text}<`)
  })

  it('says under a question which of its tables were left out, and keeps the place of one that has none', () => {
    const [first, second] = [...new Set(release.tables.map(({ question }) => question))]
    if (first === undefined || second === undefined) throw new RangeError('two questions are wanted')
    const tables = release.tables.filter(
      ({ question, by }) => question !== second && !(question === first && by.length > 1)
    )
    const leftOut = release.tables
      .filter(table => !tables.includes(table))
      .map(({ question, by }) => ({ question, by }))
    const left = resultsPage({ ...input, release: { ...release, tables, leftOut } })
    const shown = testRenderer().render('results/release', left)
    const figure = (number: number) =>
      shown.slice(shown.indexOf(`id="f${number}"`), shown.indexOf(`id="f${number + 1}"`))
    expect(figure(1)).toContain('Tables left out to protect respondents: by gender and age.')
    expect(figure(2)).toContain('All tables of this question are left out to protect respondents.')
    expect(figure(2)).not.toContain('<table')
    expect(figure(3)).not.toContain('left out')
    expect(left.contents.map(({ href }) => href)).toEqual(page.contents.map(({ href }) => href))
    expect(html).not.toContain('left out to protect')
  })

  it('refuses tables that the protector did not make', () => {
    const raw: ProtectedTable = { ...release.tables[0]! }
    expect(() => resultsPage({ ...input, release: { ...release, tables: [raw] } })).toThrow(
      'not a protected table'
    )
  })

  it('refuses counts of written answers that the protector did not make', () => {
    const [first, ...others] = release.written
    const raw: ProtectedCount = { ...first!.count, n: 3, status: '' }
    const written = [{ ...first!, count: raw }, ...others]
    expect(() => resultsPage({ ...input, release: { ...release, written } })).toThrow('not a protected count')
  })

  it('stands alone as a file: no script, nothing to load, one link', () => {
    const file = testRenderer().render(
      'results/release',
      resultsPage({ ...input, standalone: true, publishedAt: 'https://earshot.example/r' })
    )
    expect(file).not.toContain('<script')
    expect([...file.matchAll(/href="([^#][^"]*)"/g)].map(match => match[1])).toEqual([
      'https://earshot.example/r'
    ])
  })
})

/** Counts and shares in the order of the page, as cells print them. */
function numbersOnPage(): (string | null)[] {
  return page.parts
    .flatMap(part => part.entries.flatMap(entry => entry.figure ?? []))
    .flatMap(figure => [
      figure.base,
      ...[...figure.rows, ...(figure.beside?.rows ?? [])].flatMap(row => [row.n, row.percent]),
      ...figure.states,
      ...figure.breakdowns.flatMap(breakdown =>
        breakdown.blocks.flatMap(block => block.rows.flatMap(row => [row.n, row.percent ?? []].flat()))
      )
    ])
    .map(printed => (printed?.mark === '[low]' ? printed.text : (printed?.mark ?? printed?.text ?? null)))
}

function numbersOfRelease(): (string | null)[] {
  const count = (n: number | null) => (n === null ? '[c]' : n.toLocaleString('en-GB'))
  return release.version.questionnaire.sections
    .flatMap(section => section.items.map(item => item.id))
    .flatMap(id => release.tables.filter(table => table.question === id))
    .flatMap(table => {
      const pick = (of: (column: (typeof table.columns)[number]) => (string | null)[]) =>
        table.columns.flatMap(of)
      const listed = (column: (typeof table.columns)[number]) => [...column.cells, ...(column.extras ?? [])]
      const cells = listed(table.columns[0]!).flatMap((_, index) =>
        pick(column => {
          const { n, percent, status } = listed(column)[index]!
          if (status === 'c') return ['[c]', '[c]']
          const share = percent === null ? '[x]' : `${percent}%${status === 't' ? ' or more' : ''}`
          return [n === null ? '[t]' : count(n), share]
        })
      )
      const states = (table.columns[0]?.states ?? []).flatMap((_, index) =>
        pick(column => [count(column.states[index]!.n)])
      )
      const base = pick(column => [count(column.base.n)])
      const size = table.by.length === 0 ? [] : pick(column => [count(column.size.n)])
      return [...size, ...base, ...cells, ...states]
    })
}
