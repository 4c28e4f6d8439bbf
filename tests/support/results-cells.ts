import { unescaped } from './document-tables.ts'
import { oneSpace } from './printed-cells.ts'

/** A cell as a page of results shows it: for all respondents, or for a group of one of a figure's breakdowns. */
export type ShownCell = {
  /** Index of the figure on the page, and of the breakdown in the figure; null for all respondents. */
  readonly figure: number
  readonly breakdown: number | null
  readonly group: string
  readonly code: string
  readonly count: string
  readonly share: string
}

/** Every cell of answers in the HTML of a results page, sizes, bases and states left out. */
export function cellsInResults(html: string): readonly ShownCell[] {
  const figures = parts(html, /<section class="figure" id="f\d+"/)
  return figures.flatMap((section, figure) => {
    const [whole = '', ...breakdowns] = parts(section, /<details class="breakdown"/, true)
    const everyone = rowsOf(whole, 'data-code').map(({ name, ...shown }): ShownCell => {
      return { figure, breakdown: null, group: '', code: name, ...shown }
    })
    const groups = breakdowns.flatMap((details, breakdown) =>
      parts(details, /<tbody data-code="/).flatMap(body => {
        const [, code = '', quiet] = /^<tbody data-code="([^"]*)"( class="quiet")?/.exec(body) ?? []
        if (quiet !== undefined) return []
        return rowsOf(body, 'data-group').map(({ name, ...shown }): ShownCell => {
          return { figure, breakdown, group: name, code: unescaped(code), ...shown }
        })
      })
    )
    return [...everyone, ...groups]
  })
}

type Row = { readonly name: string; readonly count: string; readonly share: string }

function rowsOf(html: string, attribute: string): readonly Row[] {
  const rows = new RegExp(`<tr ${attribute}="([^"]*)">(.*?)</tr>`, 'gs')
  return [...html.matchAll(rows)].map(([, name = '', row = '']) => {
    const [count = '', share = ''] = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, text = '']) =>
      oneSpace(unescaped(text.replace(/<[^>]*>/g, '')))
    )
    return { name: unescaped(name), count, share }
  })
}

/** A text cut before each match; what stands before the first is left out unless it is asked for. */
function parts(text: string, start: RegExp, withFirst = false): readonly string[] {
  const at = [...text.matchAll(new RegExp(start, 'g'))].map(match => match.index)
  const cut = at.map((from, index) => text.slice(from, at[index + 1]))
  return withFirst ? [text.slice(0, at[0]), ...cut] : cut
}
