import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { Compile } from 'typebox/schema'
import { describe, expect, it } from 'vitest'
import { canonicalRelease, type AnyRelease } from '#analytics'
import { languages } from '#locales'
import { packageOf } from '../../../server/open-data/package.ts'
import { sha256 } from '../../../server/sha256.ts'
import { ddiErrors } from '../../support/ddi.ts'
import { libraryRelease } from '../../support/library-release.ts'
import { liveReleases } from '../../support/live-release.ts'
import { textsOf, withVersionHash } from '../../support/package.ts'

const final = withVersionHash(libraryRelease(400))
const [, live] = liveReleases([100, 150], release => sha256(canonicalRelease(release)))
if (live === undefined) throw new RangeError('two live releases were asked for')

const profile = (name: string) =>
  Compile(
    JSON.parse(readFileSync(new URL(`../../fixtures/frictionless/${name}.json`, import.meta.url), 'utf8'))
  )
const dataPackage = profile('data-package')
const tabularResource = profile('tabular-data-resource')

type Field = {
  readonly name: string
  readonly type: string
  readonly constraints: {
    readonly required: boolean
    readonly minimum?: number
    readonly maximum?: number
    readonly enum?: readonly string[]
  }
}
type Descriptor = {
  readonly resources: readonly {
    readonly path: string
    readonly bytes: number
    readonly hash: string
    readonly profile: string
    readonly schema?: { readonly fields: readonly Field[] }
  }[]
}

const withoutSome = libraryRelease(400)
const missing = withoutSome.tables.filter(({ question, by }) => question === 'obstacles' && by.length > 0)
const lacking = withVersionHash({
  ...withoutSome,
  tables: withoutSome.tables.filter(table => !missing.includes(table)),
  leftOut: missing.map(({ question, by }) => ({ question, by }))
})

describe.each<[string, AnyRelease]>([
  ['a final release', final],
  ['a final release that lacks tables', lacking],
  ['a live release', live]
])('the package of %s', (_, release) => {
  const bytes = packageOf(release)
  const texts = textsOf(bytes)
  const text = (name: string) => texts.get(name) ?? ''
  const descriptor: Descriptor = JSON.parse(text('datapackage.json'))
  const csvs = descriptor.resources.filter(({ path }) => path.endsWith('.csv'))
  const rowsOf = (name: string): Record<string, string>[] => parse(text(name), { columns: true, bom: true })

  it('is the same every time', () => {
    expect(Buffer.from(packageOf(release)).equals(Buffer.from(bytes))).toBe(true)
  })

  it('is the same in another time zone', () => {
    const script = `
      import { reopenAny } from '#analytics'
      import { packageOf } from './server/open-data/package.ts'
      import { sha256 } from './server/sha256.ts'
      import { text } from 'node:stream/consumers'
      const stored = await text(process.stdin)
      const release = reopenAny({ stored, hash: sha256(stored), sha256 })
      console.log(sha256(Buffer.from(packageOf(release)).toString('base64')))`
    const out = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: fileURLToPath(new URL('../../../', import.meta.url)),
      env: { ...process.env, TZ: 'Pacific/Kiritimati' },
      input: canonicalRelease(release)
    })
    expect(out.toString().trim()).toBe(sha256(Buffer.from(bytes).toString('base64')))
  }, 30_000)

  it('holds the release in the bytes that were hashed, and a sum of every file', () => {
    expect(text('release.json')).toBe(canonicalRelease(release))
    const sums = text('SHA256SUMS')
      .trimEnd()
      .split('\n')
      .map(line => line.split('  '))
    expect(sums.map(([, name]) => name)).toEqual([...texts.keys()].filter(name => name !== 'SHA256SUMS'))
    expect(sums.filter(([sum, name = '']) => sum !== sha256(text(name)))).toEqual([])
    expect(text('README.md')).toContain(sha256(text('release.json')))
  })

  it('is a data package to the schema of Frictionless Data', () => {
    expect(dataPackage.Errors(descriptor)[1]).toEqual([])
    for (const resource of csvs) expect(tabularResource.Errors(resource)[1]).toEqual([])
    // The judge has teeth.
    expect(dataPackage.Check({ ...descriptor, name: 'No Blanks' })).toBe(false)
    expect(tabularResource.Check({ ...csvs[0], schema: { fields: [{ name: 'n', type: 'count' }] } })).toBe(
      false
    )
  })

  it('lists every file with its size and sum', () => {
    const rest = ['datapackage.json', 'README.md', 'SHA256SUMS']
    expect(descriptor.resources.map(({ path }) => path)).toEqual(
      [...texts.keys()].filter(name => !rest.includes(name))
    )
    for (const { path, bytes: size, hash } of descriptor.resources) {
      expect([path, Buffer.byteLength(text(path)), `sha256:${sha256(text(path))}`]).toEqual([
        path,
        size,
        hash
      ])
    }
  })

  it('holds to the schema it declares in every cell, in every language', () => {
    expect(csvs.map(({ path }) => path)).toEqual(languages.map(language => `data.${language}.csv`))
    for (const { path, schema } of csvs) {
      const rows = rowsOf(path)
      const fields = schema?.fields ?? []
      expect(rows.length).toBeGreaterThan(50)
      expect(Object.keys(rows[0] ?? {})).toEqual(fields.map(({ name }) => name))
      expect(
        rows.flatMap(row => fields.filter(field => !fits(row[field.name] ?? '', field))),
        path
      ).toEqual([])
    }
  })

  it('tells machines of the Web the same columns, and a key that no two rows share', () => {
    const metadata = JSON.parse(text('csv-metadata.json'))
    expect(csvwProblems(metadata)).toEqual([])
    expect(metadata.tables.map(({ url }: { url: string }) => url)).toEqual(csvs.map(({ path }) => path))
    const columns: { name: string; required: boolean; datatype: unknown }[] = metadata.tableSchema.columns
    expect(columns.map(({ name }) => name)).toEqual(csvs[0]?.schema?.fields.map(({ name }) => name))
    const rows = rowsOf('data.fr.csv')
    const keys = rows.map(row =>
      JSON.stringify(metadata.tableSchema.primaryKey.map((name: string) => row[name]))
    )
    expect(new Set(keys).size).toBe(rows.length)
    for (const { name, datatype } of columns) {
      const format = new RegExp(
        typeof datatype === 'object' && datatype !== null && 'format' in datatype
          ? String(datatype.format)
          : ''
      )
      expect(rows.filter(row => row[name] !== '' && !format.test(row[name] ?? ''))).toEqual([])
    }
  })

  it('has the questionnaire for archives', async () => {
    expect(await ddiErrors(text('questionnaire.ddi.xml'))).toEqual([])
  })

  it('begins its data with a byte order mark, and says nothing in formulas', () => {
    for (const { path } of csvs) {
      expect(text(path).startsWith('\ufeffwave,')).toBe(true)
      expect(text(path)).not.toMatch(/(^|,)"?[=+@-]/m)
    }
  })

  it('names every code of its data in the codebook of each language', () => {
    for (const language of languages) {
      const book = text(`codebook.${language}.md`)
      const codes = new Set(rowsOf(`data.${language}.csv`).map(row => row['option_code'] ?? ''))
      expect([...codes].filter(code => !book.includes(`\`${code}\``))).toEqual([])
      const shown = Object.keys(rowsOf(`data.${language}.csv`)[0] ?? {})
      expect(shown.filter(column => !book.includes(`- \`${column}\` `))).toEqual([])
    }
  })
})

describe('the package of a live release', () => {
  it('has no number of people but that of its respondents', () => {
    const texts = textsOf(packageOf(live))
    const rows: Record<string, string>[] = parse(texts.get('data.en.csv') ?? '', { columns: true, bom: true })
    expect(Object.keys(rows[0] ?? {})).not.toEqual(expect.arrayContaining(['n']))
    expect(Object.keys(rows[0] ?? {})).not.toEqual(expect.arrayContaining(['base']))
    const shares = new Set(rows.map(row => row['percent'] ?? ''))
    expect([...shares].filter(share => share !== '' && Number(share) % 5 !== 0)).toEqual([])
    expect(shares.size).toBeGreaterThan(5)
  })
})

function fits(cell: string, { type, constraints }: Field): boolean {
  if (cell === '') return !constraints.required
  if (constraints.enum !== undefined) return constraints.enum.includes(cell)
  if (type === 'string') return true
  const number = Number(cell)
  const { minimum = -Infinity, maximum = Infinity } = constraints
  return /^\d+$/.test(cell) && number >= minimum && number <= maximum
}

/** What the model of "Metadata Vocabulary for Tabular Data" (W3C, 2015) has against metadata, as far as we use it. */
function csvwProblems(metadata: Record<string, unknown>): string[] {
  const unknown = (object: object, allowed: readonly string[], where: string) =>
    Object.keys(object)
      .filter(key => !allowed.includes(key) && !/^dc:\w+$/.test(key))
      .map(key => `${where} has no ${key}`)
  const { '@context': context, tables, tableSchema, dialect } = metadata
  const schema = tableSchema as { columns: object[] }
  return [
    ...(Array.isArray(context) && context[0] === 'http://www.w3.org/ns/csvw' ? [] : ['context']),
    ...unknown(metadata, ['@context', 'tables', 'tableSchema', 'dialect', 'notes'], 'a group of tables'),
    ...unknown(
      dialect as object,
      ['encoding', 'lineTerminators', 'header', 'delimiter', 'quoteChar'],
      'a dialect'
    ),
    ...unknown(schema, ['columns', 'primaryKey', 'foreignKeys', 'rowTitles'], 'a schema'),
    ...(tables as object[]).flatMap(table =>
      unknown(table, ['url', 'lang', 'tableSchema', 'notes'], 'a table')
    ),
    ...schema.columns.flatMap(column =>
      unknown(column, ['name', 'titles', 'required', 'datatype', 'null', 'lang'], 'a column')
    ),
    ...schema.columns.flatMap(column =>
      'name' in column && /^[a-z][a-z_]*$/.test(String(column.name)) ? [] : ['a name']
    )
  ]
}

it('has a line without a number for each table that was left out, and explains it', () => {
  const texts = textsOf(packageOf(lacking))
  const rows: Record<string, string>[] = parse(texts.get('data.en.csv') ?? '', { columns: true, bom: true })
  const left = rows.filter(({ option_code }) => option_code === ':left_out')
  expect(missing.length).toBeGreaterThan(0)
  expect(left.map(({ question_id, group }) => [question_id, group])).toEqual(
    missing.map(({ question, by }) => [question, by.join('*')])
  )
  for (const { n, base, percent, status, option_text } of left)
    expect([n, base, percent, status, option_text]).toEqual([
      '',
      '',
      '',
      'c',
      'Table left out to protect respondents'
    ])
  expect(texts.get('codebook.en.md')).toContain('For a table that was left out: :left\\_out.')
  expect(textsOf(packageOf(final)).get('data.en.csv')).not.toContain(':left_out')
})
