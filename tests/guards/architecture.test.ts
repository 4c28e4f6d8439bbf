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
    ['surveys/new.ts', "import { x } from '../analytics/table.ts'\nexport const y = x\n"],
    ['analytics/new.ts', "import { x } from '../surveys/questionnaire.ts'\nexport const y = x\n"],
    ['analytics/new.ts', "export { x } from '../surveys/questionnaire.ts'\n"],
    ['analytics/new.ts', "export const x = import('#views')\n"],
    ['analytics/new.ts', "import { readFileSync } from 'node:fs'\nexport const y = readFileSync\n"],
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
    ['locales/new.ts', 'export const x = Date.now()\n']
  ])('keep time and chance out of %s: %s', async (file, code) => {
    expect(await complaints(file, code)).toContain('house/pure')
  })

  it.each([
    ['analytics/new.ts', "import { check } from '#surveys'\nexport const x = check\n"],
    ['surveys/new.ts', "export const x = new Date('2026-03-28')\n"],
    [
      'server/new.ts',
      "import { readFileSync } from 'node:fs'\nexport const x = [readFileSync, Date.now()]\n"
    ],
    ['server/respond/new.ts', "import { x } from '../database/client.ts'\nexport const y = x\n"],
    ['views/browser/new.ts', "import { walk } from '#surveys/browser'\nexport const x = walk\n"]
  ])('let %s do what the house allows: %s', async (file, code) => {
    expect(await complaints(file, code)).toEqual([])
  })
})
