import { describe, expect, it } from 'vitest'
import { sourcesIn, type Source } from '../support/sources.ts'

const styles = sourcesIn(['views/assets'], ['.css'])
const templates = sourcesIn(['views'], ['.hbs'])
const scripts = sourcesIn(['views/browser'], ['.ts'])

/** Lines in which a pattern occurs, each with its file: what a reader of a failed test wants to see. */
function lines(sources: readonly Source[], pattern: RegExp): string[] {
  return sources.flatMap(({ path, text }) =>
    text
      .replace(/\/\*[\s\S]*?\*\//g, comment => comment.replace(/[^\n]/g, ' '))
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : []))
  )
}

describe('styles', () => {
  const physical =
    /(^|[\s;{(-])(left|right)(?![\w-]*\()|(margin|padding|border|inset)-(left|right)|(text-align|float|clear):\s*(left|right)|border-(top|bottom)-(left|right)-radius/

  it('name no left and no right, so that Arabic is mirrored by itself', () => {
    expect(styles.length).toBeGreaterThan(0)
    expect(lines(styles, physical)).toEqual([])
  })

  it.each(['margin-left: 1px', '  right: 0;', 'text-align: left', 'padding: 0; left: 3px', 'float:right'])(
    'would be seen to with “%s”',
    rule => {
      expect(rule).toMatch(physical)
    }
  )

  it('fetch nothing from elsewhere', () => {
    expect(lines(styles, /@import|url\((?!['"]?data:)|https?:/)).toEqual([])
  })

  it('follow who wants dark colours or less motion, and force nothing but that something is hidden', () => {
    expect(lines(styles, /prefers-color-scheme/)).not.toEqual([])
    expect(lines(styles, /prefers-reduced-motion/)).not.toEqual([])
    expect(lines(styles, /!important/).filter(line => !line.includes('display: none'))).toEqual([])
  })
})

describe('templates', () => {
  it('have no style attribute and no handler of events, which the policy of the pages forbids', () => {
    expect(templates.length).toBeGreaterThan(5)
    expect(lines(templates, /\sstyle\s*=/i)).toEqual([])
    expect(lines(templates, /\son[a-z]+\s*=/i)).toEqual([])
    expect(lines(templates, /javascript:/i)).toEqual([])
  })

  it('put nothing in unescaped but the styles and the body of the layout', () => {
    const unescaped = lines(templates, /\{\{\{|\{\{&/)
    expect(unescaped.map(line => line.replace(/:\d+: /, ' '))).toEqual([
      'views/layouts/page.hbs <style>{{{styleText}}}</style>',
      'views/layouts/page.hbs {{{body}}}'
    ])
  })

  it('quote every attribute that is filled in, and fill in no name of one', () => {
    expect(lines(templates, /=\{\{/)).toEqual([])
    expect(lines(templates, /<\/?\{\{/)).toEqual([])
  })

  it('hold no words of ours: those stand in locales/', () => {
    const withoutExpressions = templates.map(({ path, text }) => ({
      path,
      text: text.replace(/\{\{[^}]*\}\}+/g, '').replace(/<[^>]*>/g, '')
    }))
    expect(lines(withoutExpressions, /\p{L}/u)).toEqual([])
  })

  it('load nothing from elsewhere', () => {
    expect(lines(templates, /(src|href|action)="(https?:)?\/\//)).toEqual([])
  })
})

describe('scripts', () => {
  it('write neither styles nor markup into the page', () => {
    expect(scripts.length).toBeGreaterThan(0)
    expect(
      lines(scripts, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|setAttribute\('style'/)
    ).toEqual([])
  })

  it('evaluate no text as code', () => {
    expect(lines(scripts, /\beval\(|new Function\(/)).toEqual([])
  })
})
