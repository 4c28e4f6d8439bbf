import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrastOf } from '../../views/gallery/contrast.ts'
import { decorations, grounds, pairs } from '../../views/gallery/pairs.ts'
import { coloursIn, tokensIn } from '../../views/gallery/tokens.ts'
import { viewFile } from './renderer.ts'

const tokens = tokensIn(viewFile('assets/base.css'))
const sheets = readdirSync(new URL('../../views/assets/', import.meta.url))
  .filter(name => name.endsWith('.css'))
  .map(name => ({ name, css: viewFile(`assets/${name}`) }))
const cases = (['light', 'dark'] as const).flatMap(scheme => pairs.map(pair => ({ scheme, ...pair })))

describe('contrast', () => {
  it.each([
    ['#000', '#fff', 21],
    ['#ffffff', '#FFF', 1],
    // The lightest grey that is still 4.5 on white, and the next one, which is not.
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48]
  ])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrastOf(one, other)).toBeCloseTo(ratio, 2)
    expect(contrastOf(other, one)).toBe(contrastOf(one, other))
  })

  it.each(['red', '#12', '#12345', 'rgb(0 0 0)', ''])('of “%s” is not known', colour => {
    expect(() => contrastOf(colour, '#fff')).toThrow(RangeError)
  })
})

describe('our colours', () => {
  it.each(cases)('in $scheme: $mark on $ground reaches $least', ({ scheme, mark, ground, least }) => {
    const colour = (name: string) => tokens[scheme].get(name) ?? ''
    expect(contrastOf(colour(mark), colour(ground))).toBeGreaterThanOrEqual(least)
  })

  it('are each looked at, or are there for decoration alone', () => {
    const seen = new Set([...pairs.flatMap(({ mark, ground }) => [mark, ground]), ...decorations])
    expect(coloursIn(tokens).filter(name => !seen.has(name))).toEqual([])
    expect(seen.size).toBe(coloursIn(tokens).length)
  })

  it('are different in the dark, all but the halo of what has the focus', () => {
    const same = coloursIn(tokens).filter(name => tokens.light.get(name) === tokens.dark.get(name))
    expect(same).toEqual(['halo'])
  })
})

describe.each(sheets)('the style sheet $name', ({ name, css }) => {
  const rules = name === 'base.css' ? css.slice(css.indexOf('*,')) : css
  const used = (property: RegExp) =>
    [...rules.matchAll(property)].flatMap(([, value = '']) =>
      [...value.matchAll(/var\(--([\w-]+)\)/g)].flatMap(([, token = '']) =>
        coloursIn(tokens).includes(token) ? [token] : []
      )
    )
  const marksOf = (least: number) =>
    new Set(pairs.filter(each => each.least >= least).map(({ mark }) => mark))

  it('writes in colours that can be read', () => {
    expect(used(/[\s;{]color:([^;]*)/g).filter(token => !marksOf(4.5).has(token))).toEqual([])
  })

  it('writes upon grounds that were looked at', () => {
    const known = new Set<string>([...grounds, ...pairs.map(({ ground }) => ground), ...decorations])
    expect(used(/background(?:-color)?:([^;]*)/g).filter(token => !known.has(token))).toEqual([])
  })

  it('draws what has a meaning in colours that can be seen', () => {
    const known = new Set([...marksOf(3), ...decorations])
    expect(
      used(/(?:border[\w-]*|outline|fill|accent-color):([^;]*)/g).filter(token => !known.has(token))
    ).toEqual([])
  })

  it('has no colour of its own but white and black behind pictures and films', () => {
    const own = rules.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|color-mix)\(/gi) ?? []
    expect(own.filter(colour => colour !== '#fff' && colour !== '#000')).toEqual([])
    const named = [...rules.matchAll(/(?:color|background|fill):\s*([a-z]+)\s*[;}]/gi)].map(
      ([, colour]) => colour
    )
    const ofTheSystem = [
      'CanvasText',
      'Canvas',
      'Highlight',
      'ButtonText',
      'LinkText',
      'currentcolor',
      'transparent',
      'inherit',
      'none'
    ]
    expect(named.filter(colour => !ofTheSystem.includes(colour ?? ''))).toEqual([])
  })
})

describe('the size of letters', () => {
  const base = viewFile('assets/base.css')

  it('is 18 px, and 20 px for readers of easy words, where the browser has its usual 16', () => {
    expect(/\nhtml \{\s*font:\s*([\d.]+)%/.exec(base)?.[1]).toBe(String((18 / 16) * 100))
    expect(/\nhtml\.easy \{\s*font-size: ([\d.]+)%/.exec(base)?.[1]).toBe(String((20 / 16) * 100))
  })

  it('has lines 1.5 times as high, in Arabic 1.7', () => {
    expect(tokens.light.get('leading')).toBe('1.5')
    expect(/:root:lang\(ar\) \{\s*--leading: ([\d.]+);/.exec(base)?.[1]).toBe('1.7')
  })
})
