import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf } from '../../../views/charts/labels.ts'

describe('a label beside its bar', () => {
  it('stays on one line where it fits', () => {
    expect(linesOf('My own phone', 30)).toEqual(['My own phone'])
  })

  it('is broken between its words', () => {
    expect(linesOf('A computer that I share with my family', 20)).toEqual([
      'A computer that I',
      'share with my family'
    ])
  })

  it('is broken in Chinese where a word ends, with twice the width a character', () => {
    const lines = linesOf('与家人共用的电脑或者学校的手机', 10)
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(5)
    expect(lines.some(line => line.includes('电脑'))).toBe(true)
  })

  it('never begins a line of Chinese with what closes, nor ends it with what opens', () => {
    for (let letters = 6; letters < 40; letters++) {
      for (const line of linesOf('在社交媒体（如 TikTok 或其他平台）上看到的“视频”，以及帖子。', letters)) {
        expect(line).not.toMatch(/^[）”，。]|[（“]$/)
      }
    }
  })

  it('breaks a word that is longer than a line rather than let it be cut', () => {
    expect(linesOf('see https://example.org/very/long/address', 12)).toEqual([
      'see',
      'https://exam',
      'ple.org/very',
      '/long/addres',
      's'
    ])
  })

  it('loses no letter', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'Ж', 'ع', '童', '，', ' ', '（', '-') })
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 40 }), (label, letters) => {
        const bare = (each: string) => each.replace(/\s+/g, '')
        expect(bare(linesOf(label, letters).join(''))).toBe(bare(label))
      })
    )
  })
})
