import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { styleFiles, viewFiles } from '#views'
import { viewFile } from './renderer.ts'

const templates = viewFiles.filter(path => path.endsWith('.hbs'))
const styles = [...new Set(Object.values(styleFiles).flat())].map(name => `assets/${name}`)

describe('every template', () => {
  it('is known to the renderer', () => {
    const there = readdirSync(new URL('../../views/', import.meta.url), { recursive: true, encoding: 'utf8' })
    expect(there.filter(path => path.endsWith('.hbs')).sort()).toEqual([...templates].sort())
  })

  it.each(templates)('%s holds no words of its own', path => {
    const words = viewFile(path)
      .replace(/\{\{\{?[^}]*\}?\}\}/g, '')
      .replace(/<[^>]*>/g, '')
    expect(words).not.toMatch(/\p{L}/u)
  })

  it.each(templates)('%s writes raw text only where the layout puts style and body', path => {
    const raw = viewFile(path).match(/\{\{\{\s*\w+/g) ?? []
    expect(raw).toEqual(path === 'layouts/page.hbs' ? ['{{{styleText', '{{{body'] : [])
  })
})

describe('every style sheet', () => {
  it.each(styles)('%s mirrors by itself: logical properties only', path => {
    const css = viewFile(path).replace(/\/\*.*?\*\//gs, '')
    expect(css).not.toMatch(/(^|[\s;{-])(left|right)\b/m)
    expect(css).not.toMatch(/(^|[\s;{])(width|height|margin|padding|border|inset)-(top|bottom)/m)
    expect(css).not.toMatch(/(^|[\s;{])(min-|max-)?(width|height)\s*:/m)
  })

  it.each(styles)('%s loads nothing', path => {
    expect(viewFile(path)).not.toMatch(/url\(|@import|@font-face/)
  })

  it.each(styles)('%s does no harm to Arabic: no letter-spacing, no italics', path => {
    expect(viewFile(path)).not.toMatch(/letter-spacing|italic|oblique/)
  })
})
