import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import manifest from '../../../package.json' with { type: 'json' }

const root = new URL('../../../', import.meta.url)
const doors: Readonly<Record<string, string>> = manifest.imports

/** Addresses of the modules that are loaded together with one, and the names of packages. */
function loadedWith(file: string): Set<string> {
  const seen = new Set<string>()
  const rest = [new URL(file, root).href]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    if (!next.startsWith('file:')) continue
    const source = readFileSync(fileURLToPath(next), 'utf8')
    // Types are gone when it runs, and what is imported in a function is loaded when that is called.
    for (const [, name = ''] of source.matchAll(/^(?:im|ex)port (?!type\b)(?:[^'`]*? from )?'([^']+)'/gm)) {
      rest.push(name.startsWith('.') ? new URL(name, next).href : addressOf(name))
    }
  }
  return seen
}

function addressOf(name: string): string {
  const door = doors[name]
  return door === undefined ? name : new URL(door, root).href
}

const [words, analytics] = [addressOf('#locales'), addressOf('#analytics')]

describe('what makes documents', () => {
  it('is nothing that the process which takes answers loads', () => {
    const loaded = loadedWith('server/serve.ts')
    expect([...loaded]).toEqual(expect.arrayContaining(['fastify', 'drizzle-orm', words, analytics]))
    for (const heavy of ['docx', 'fflate', '@napi-rs/canvas']) expect(loaded).not.toContain(heavy)
    const documents = loadedWith('server/workshop/word.ts')
    for (const heavy of ['docx', 'fflate']) expect(documents).toContain(heavy)
  })

  it('is loaded for a document, and nothing of it for a picture', () => {
    const pictures = [...loadedWith('server/workshop/bench.ts'), ...loadedWith('server/charts/draw.ts')]
    expect(pictures).toEqual(expect.arrayContaining(['@napi-rs/canvas', 'chart.js']))
    for (const heavy of ['docx', words, analytics]) expect(pictures).not.toContain(heavy)
    expect([...loadedWith('server/workshop/bench.ts')]).not.toContain('@napi-rs/canvas')
  })
})
