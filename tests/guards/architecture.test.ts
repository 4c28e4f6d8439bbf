import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const eslint = new ESLint()

async function complaints(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath })
  return (result?.messages ?? []).map(message => message.ruleId ?? 'parse')
}

describe('the walls of the house', () => {
  it.each([
    ['surveys/new.ts', "import { release } from '#analytics'\nexport const x = release\n"],
    ['analytics/new.ts', "import { chartHeight } from '#views/charts'\nexport const y = chartHeight\n"],
    ['surveys/new.ts', "import { x } from '../analytics/table.ts'\nexport const y = x\n"],
    ['analytics/new.ts', "import { x } from '../surveys/questionnaire.ts'\nexport const y = x\n"],
    ['analytics/new.ts', "export { x } from '../surveys/questionnaire.ts'\n"],
    ['analytics/new.ts', "export const x = import('#views')\n"],
    ['analytics/new.ts', "import { readFileSync } from 'node:fs'\nexport const y = readFileSync\n"],
    ['analytics/new.ts', "import { readFile } from 'fs/promises'\nexport const y = readFile\n"],
    ['surveys/new.ts', "import { get } from 'http'\nexport const y = get\n"],
    ['locales/new.ts', "export const x = import('worker_threads')\n"],
    ['analytics/new.ts', "import { stringify } from 'csv-stringify/sync'\nexport const y = stringify\n"],
    ['surveys/new.ts', "import limit from '@fastify/rate-limit'\nexport const y = limit\n"],
    ['views/browser/new.ts', "import { walk } from 'somebodys-walk'\nexport const y = walk\n"],
    ['views/new.ts', "import fastify from 'fastify'\nexport const y = fastify\n"],
    ['views/new.ts', "import { sql } from 'drizzle-orm'\nexport const y = sql\n"],
    ['views/browser/new.ts', "import { check } from '#surveys'\nexport const y = check\n"],
    ['server/respond/new.ts', "import { x } from '../results/routes.ts'\nexport const y = x\n"],
    ['server/new.ts', "import { x } from '../surveys/check.ts'\nexport const y = x\n"],
    ['server/new.ts', "import { x } from '#server'\nexport const y = x\n"]
  ])('stop %s from importing past a door or against an arrow: %s', async (file, code) => {
    expect(await complaints(file, code)).toContain('house/doors')
  })

  it.each([
    ['surveys/new.ts', 'export const x = new Date()\n'],
    ['analytics/new.ts', 'export const x = Math.random()\n'],
    ['locales/new.ts', 'export const x = Date.now()\n'],
    ['analytics/new.ts', 'export const { now } = Date\n'],
    ['analytics/new.ts', 'export const { random: drawn } = Math\n'],
    ['analytics/new.ts', "export const x = Math['random']()\n"],
    ['surveys/new.ts', 'const Clock = Date\nexport const x = new Clock()\n'],
    ['surveys/new.ts', 'export const of = (clock = Date) => clock.now()\n'],
    ['surveys/new.ts', 'export const x = { Date }\n'],
    ['views/new.ts', 'export const x = Date()\n'],
    [
      'surveys/new.ts',
      "import { Temporal } from 'temporal-polyfill'\nexport const x = Temporal.Now.instant()\n"
    ]
  ])('keep time and chance out of %s: %s', async (file, code) => {
    expect(await complaints(file, code)).toContain('house/pure')
  })

  it.each([
    ['surveys/new.ts', 'export const x = globalThis.process.env\n'],
    ['analytics/new.ts', 'export const x = global.performance.now()\n'],
    ['views/new.ts', 'export const x = window.localStorage\n']
  ])('keep what reaches everything out of %s: %s', async (file, code) => {
    expect(await complaints(file, code)).toContain('no-restricted-globals')
  })

  it.each([
    [
      'views/new.ts',
      "import type { PrintedTable, ProtectedTable } from '#analytics'\nexport const x = (t: PrintedTable) => t as ProtectedTable\n"
    ],
    [
      'server/new.ts',
      "import type { PrintedTable, ProtectedTable } from '#analytics'\nexport const x = (t: PrintedTable) => <ProtectedTable>t\n"
    ],
    ['analytics/new.ts', 'export const x = (key: unknown) => key as string\n']
  ])('let no cast make a protected table of another, in %s: %s', async (file, code) => {
    expect(await complaints(file, code)).toContain('@typescript-eslint/consistent-type-assertions')
  })

  it.each([
    ['analytics/new.ts', "import { check } from '#surveys'\nexport const x = check\n"],
    ['surveys/new.ts', "export const x = new Date('2026-03-28')\n"],
    ['surveys/new.ts', 'export const x = (now: Date) => [Date.UTC(2026, 2), Math.floor(now.getTime())]\n'],
    ['surveys/new.ts', "export const x = ['a', 'b'] as const\n"],
    ['analytics/new.ts', "import { Check } from 'typebox/value'\nexport const x = Check\n"],
    [
      'server/new.ts',
      "import { readFileSync } from 'node:fs'\nexport const x = [readFileSync, Date.now()]\n"
    ],
    ['server/new.ts', "import { chartHeight } from '#views/charts'\nexport const x = chartHeight\n"],
    ['server/respond/new.ts', "import { x } from '../database/client.ts'\nexport const y = x\n"],
    ['views/browser/new.ts', "import { walk } from '#surveys/browser'\nexport const x = walk\n"]
  ])('let %s do what the house allows: %s', async (file, code) => {
    expect(await complaints(file, code)).toEqual([])
  })
})
