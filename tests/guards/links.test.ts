import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sourcesIn } from '../support/sources.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].map(path => ({
    path,
    text: readFileSync(`${root}${path}`, 'utf8')
  })),
  ...sourcesIn(['docs'], ['.md'])
]

describe('what our documents link to', () => {
  it.each(documents)('is there: $path', ({ path, text }) => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(match => match[1] ?? '')
    const ours = links.filter(link => !/^[a-z]+:/.test(link))
    expect(ours.filter(link => !existsSync(resolve(root, dirname(path), link)))).toEqual([])
  })

  it('is named in the README where it is a variable of the configuration', () => {
    const config = readFileSync(`${root}server/config.ts`, 'utf8')
    const names = [...config.matchAll(/^ {2}([A-Z_]{4,}): Type\./gm)].map(match => match[1] ?? '')
    expect(names.length).toBeGreaterThan(6)
    expect(names.filter(name => !documents[0]!.text.includes(`\`${name}\``))).toEqual([])
  })
})
