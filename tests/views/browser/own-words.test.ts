import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { laterFiles } from '#views'
import { viewFile } from '../renderer.ts'

describe('what looks at own words', () => {
  it('is a script of at most 2.2 KB, which holds no list', async () => {
    const { outputFiles } = await build({
      entryPoints: [new URL(`../../../views/browser/${laterFiles.ownWords}`, import.meta.url).pathname],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2020',
      charset: 'utf8',
      write: false
    })
    const [{ contents, text } = { contents: new Uint8Array(), text: '' }] = outputFiles
    expect(gzipSync(contents).length).toBeLessThanOrEqual(2_200)
    expect(text).not.toContain('harmless:[')
    // Older phones cannot look behind, and would not run the script at all.
    expect(text).not.toMatch(/\(\?<[=!]/)
  })

  it('has a style sheet of less than 1 KB', () => {
    expect(viewFile('assets/own-words.css').length).toBeLessThan(1_000)
  })
})
