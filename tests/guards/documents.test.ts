import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { monthsOfResponses, daysOfRemarks } from '../../server/retention/due.ts'
import { stored } from '../../server/database/stored.ts'
import { withDataMap } from '../support/data-map.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8')

describe('the data map of the impact assessment', () => {
  const dpia = read('docs/dpia.md')

  it('is the one that the schema gives: after a change of the schema, npm run documents', () => {
    expect(dpia).toBe(withDataMap(dpia))
  })

  it('holds every table and every column about respondents', () => {
    const { ofRespondents, others } = stored()
    for (const { name, columns } of ofRespondents) {
      const part = dpia.split(`#### \`${name}\``)[1]?.split('####')[0] ?? ''
      for (const column of columns) expect(part).toMatch(new RegExp(`^\\| \`${column}\` \\| .+ \\|$`, 'm'))
    }
    for (const name of others) expect(dpia).toContain(`| \`${name}\` |`)
  })

  it('promises the terms that the code keeps', () => {
    expect(dpia).toContain(`${monthsOfResponses} months after the last release`)
    expect(dpia).toContain(`${daysOfRemarks} days after the last release`)
  })
})

describe('a wall or a test that a document names', () => {
  it.each(['docs/threat-model.md', 'docs/dpia.md', 'docs/life-of-a-response.md'])(
    'is there: %s',
    document => {
      const named = [
        ...read(document).matchAll(/`((?:server|analytics|surveys|views|tests|docs)\/[\w./-]+)`/g)
      ]
      const paths = named.map(([, path = '']) => path)
      expect(paths.length).toBeGreaterThan(3)
      expect(paths.filter(path => !existsSync(`${root}${path}`))).toEqual([])
    }
  )
})
