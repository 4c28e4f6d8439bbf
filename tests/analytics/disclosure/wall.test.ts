import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const folder = dirname(fileURLToPath(import.meta.url))
const root = join(folder, '../../..')

const renderer = `
import type { Table, PrintedCount, PrintedTable } from '../../../analytics/table.ts'
import type { Release } from '../../../analytics/release.ts'
import {
  protect,
  protectCount,
  type ProtectedTable,
  type ToProtect,
  type ToProtectCount
} from '../../../analytics/disclosure/protect.ts'
export declare function publish(written: Release['written']): void
declare const inWords: PrintedCount
declare const toCount: ToProtectCount
export declare function show(table: ProtectedTable): void
declare const raw: Table
declare const printed: PrintedTable
declare const input: ToProtect
`

const attempts = {
  'protected.ts': `${renderer} for (const table of protect(input)) show(table)`,
  'raw.ts': `${renderer} show(raw)`,
  'printed.ts': `${renderer} show(printed)`,
  'copied.ts': `${renderer} for (const table of protect(input)) show({ ...printed, columns: table.columns })`,
  'protected-count.ts': `${renderer} publish([{ question: 'more', count: protectCount(toCount) }])`,
  'raw-count.ts': `${renderer} publish([{ question: 'more', count: { n: 3, status: '' } }])`,
  'printed-count.ts': `${renderer} publish([{ question: 'more', count: inWords }])`
}

describe('the wall before every output', () => {
  it(
    'compiles for protected tables and counts, and for no raw, printed or copied one',
    { timeout: 60_000 },
    () => {
      const found = errorsOf(attempts)
      expect(found['protected.ts']).toEqual([])
      // 2379: argument of type … is not assignable to parameter of type …, with properties that may be missing
      expect([found['raw.ts'], found['printed.ts'], found['copied.ts']]).toEqual([[2379], [2379], [2379]])
      expect(found['protected-count.ts']).toEqual([])
      // 2322: type … is not assignable to type …
      expect(found['raw-count.ts']).toEqual([2322])
      expect(found['printed-count.ts']).toEqual([2322])
    }
  )
})

/** Compiles sources as if they stood in this folder, with the project's own settings. @returns numbers of the errors */
function errorsOf(sources: Readonly<Record<string, string>>): Readonly<Record<string, readonly number[]>> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), path => ts.sys.readFile(path))
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const texts = new Map(Object.entries(sources).map(([name, text]) => [join(folder, `wall-${name}`), text]))
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = path => texts.has(path) || fileExists(path)
  host.readFile = path => texts.get(path) ?? readFile(path)
  host.getSourceFile = (path, language, ...rest) => {
    const text = texts.get(path)
    return text === undefined
      ? getSourceFile(path, language, ...rest)
      : ts.createSourceFile(path, text, language, true)
  }
  const program = ts.createProgram([...texts.keys()], options, host)
  return Object.fromEntries(
    Object.keys(sources).map(name => {
      const source = program.getSourceFile(join(folder, `wall-${name}`))
      if (source === undefined) throw new Error(`${name} was not compiled`)
      return [name, program.getSemanticDiagnostics(source).map(({ code }) => code)]
    })
  )
}
