import { describe, expect, it } from 'vitest'
import { languages } from '#locales'
import { FontUnusable } from '../../../server/charts/drawing.ts'
import { faces, fontFamilyFor, loaded } from '../../../server/charts/fonts.ts'
import { lettersOf } from '../../support/font-letters.ts'
import { libraryWords } from '../../support/library-words.ts'
import { textsIn } from '../../support/texts.ts'

/** Spaces, and what only says in which direction a text runs. */
const unseen = /[\s\p{Default_Ignorable_Code_Point}]/u

describe('a font', () => {
  it('that is missing is an error, with its name', () => {
    const files = { 400: 'noto-sans/files/noto-sans-nowhere-400.woff', 600: 'noto-sans/files/x.woff' }
    const nowhere = { family: 'Nowhere', files, needed: /./, sample: 'A' }
    expect(() => loaded(nowhere)).toThrow('noto-sans-nowhere-400.woff is missing')
    expect(() => loaded(nowhere)).toThrow(FontUnusable)
  })

  it('that is no font is an error', () => {
    const files = { 400: 'noto-sans/package.json', 600: 'noto-sans/package.json' }
    expect(() => loaded({ family: 'Broken', files, needed: /./, sample: 'A' })).toThrow('cannot be read')
  })

  it('that lacks the letters it is there for is an error, as often as it is tried', () => {
    const [latin] = faces
    // For private use: the canvas takes these letters from no font of the machine.
    const wrong = { ...latin!, family: 'Wrong', sample: '\ue000' }
    expect(() => loaded(wrong)).toThrow('draw no letters')
    expect(() => loaded(wrong)).toThrow('draw no letters')
    expect(() => loaded({ ...wrong, sample: ' ' })).toThrow('draw no letters')
  })
})

describe('the fonts for a text', () => {
  it('are those of its scripts, and no more', () => {
    expect(fontFamilyFor(['Most, 62 %'], 'en')).toBe('"Earshot Latin"')
    expect(fontFamilyFor(['Većina: naočale'], 'en')).toBe('"Earshot Latin", "Earshot Latin Extended"')
    expect(fontFamilyFor(['Большинство'], 'ru')).toBe('"Earshot Latin", "Earshot Cyrillic"')
    expect(fontFamilyFor(['English', 'العربية'], 'en')).toBe('"Earshot Latin", "Earshot Arabic"')
  })

  it('begin with the one whose marks its readers know', () => {
    expect(fontFamilyFor(['“是”'], 'zh')).toBe('"Earshot Chinese", "Earshot Latin"')
    expect(fontFamilyFor(['نعم'], 'ar')).toBe('"Earshot Arabic", "Earshot Latin"')
  })

  it.each(languages)('have every letter of our texts and of the library in %s, in both weights', language => {
    const texts = [...textsIn(language).values(), ...libraryWords(language)]
    const wanted = fontFamilyFor(texts, language)
    const chosen = faces.filter(face => wanted.includes(`"${face.family}"`))
    const letters = [...new Set(texts.flatMap(text => [...text]))].filter(letter => !unseen.test(letter))
    expect(letters.length).toBeGreaterThan(60)
    for (const weight of [400, 600] as const) {
      const known = new Set(chosen.flatMap(face => [...lettersOf(face.files[weight])]))
      expect(letters.filter(letter => !known.has(letter.codePointAt(0)!))).toEqual([])
    }
  })
})
