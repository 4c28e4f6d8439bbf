import { describe, expect, it } from 'vitest'
import { demonstrationLines } from '../../server/demonstration-lines.ts'

const site = 'http://127.0.0.1:3000'
const found = [
  { slug: 'going-on', open: true, live: true, latestRelease: null },
  { slug: 'over', open: false, live: false, latestRelease: 1 },
  { slug: 'over-without-results', open: false, live: false, latestRelease: null }
]

describe('the start', () => {
  it('says where to answer, and where to read results and report', () => {
    expect(demonstrationLines(found, { production: false, demonstration: true }, site)).toEqual([
      `Demonstration, open: ${site}/en/going-on`,
      `Demonstration, live: ${site}/en/live/going-on`,
      `Demonstration, results: ${site}/en/results/over`,
      `Demonstration, report: ${site}/en/results/over/1/report`
    ])
  })

  it('says nothing of demonstrations where they are switched off, or where there are none', () => {
    expect(demonstrationLines(found, { production: false, demonstration: false }, site)).toEqual([])
    expect(demonstrationLines([], { production: false, demonstration: true }, site)).toEqual([])
    expect(demonstrationLines([], { production: true, demonstration: false }, site)).toEqual([])
  })

  it('says in one line, in production, that there are some', () => {
    const lines = demonstrationLines(found, { production: true, demonstration: false }, site)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('going-on, over, over-without-results')
  })
})
