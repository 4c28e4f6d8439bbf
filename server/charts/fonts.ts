import { createRequire } from 'node:module'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import type { Language } from '#locales'
import { FontUnusable } from './drawing.ts'

const require = createRequire(import.meta.url)

/** Plain text, and the printed shares. */
const weights = [400, 600] as const

/** The letters of one script: a file for each weight. */
export type Face = {
  /** A name of ours, so that no font of the machine is taken for it. */
  readonly family: string
  /** Files below `@fontsource/`, by weight. */
  readonly files: Readonly<Record<(typeof weights)[number], string>>
  /** What a text holds that needs these letters. */
  readonly needed: RegExp
  /** A letter that must be there. */
  readonly sample: string
}

const latin = face('Earshot Latin', 'noto-sans/files/noto-sans-latin', /(?:)/, 'A')
const latinExtended = face(
  'Earshot Latin Extended',
  'noto-sans/files/noto-sans-latin-ext',
  /[\u0100-\u024f\u1e00-\u1eff]/,
  'Ž'
)
const cyrillic = face('Earshot Cyrillic', 'noto-sans/files/noto-sans-cyrillic', /\p{Script=Cyrillic}/u, 'Ж')
const arabic = face(
  'Earshot Arabic',
  'noto-sans-arabic/files/noto-sans-arabic-arabic',
  /\p{Script=Arabic}/u,
  'ع'
)
const chinese = face(
  'Earshot Chinese',
  'noto-sans-sc/files/noto-sans-sc-chinese-simplified',
  /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u,
  '童'
)

/** Every face there is, in the order in which a letter is looked for. */
export const faces: readonly Face[] = [latin, latinExtended, cyrillic, arabic, chinese]

/** The face whose punctuation a language reads by. */
const own: Readonly<Partial<Record<Language, Face>>> = { ar: arabic, zh: chinese }

/**
 * The font families that texts in a language need, as CSS writes them; loads what is not there yet, and no more:
 * Chinese alone takes several times the memory of all others.
 *
 * @throws FontUnusable when a file is missing, or gives no letters
 */
export function fontFamilyFor(texts: readonly string[], language: Language): string {
  const first = own[language]
  const needed = faces.filter(each => each !== first && texts.some(text => each.needed.test(text)))
  const families = first === undefined ? needed : [first, ...needed]
  return families.map(loaded).join(', ')
}

/** Loads a face unless it is there. @returns its family, quoted. @throws FontUnusable */
export function loaded({ family, files, sample }: Face): string {
  if (!hasAllWeights(family)) {
    const keys = Object.values(files).map(file => GlobalFonts.registerFromPath(pathOf(file), family))
    const readable = hasAllWeights(family)
    if (!readable || !drawsLetters(family, sample)) {
      GlobalFonts.removeBatch(keys.filter(key => key !== null))
      const why = readable ? `draw no letters like “${sample}”` : 'cannot be read'
      throw new FontUnusable(
        `The font files @fontsource/${Object.values(files).join(' and @fontsource/')} ${why}.`
      )
    }
  }
  return `"${family}"`
}

/** Fonts belong to the process: a thread may find those of one before it, and half of them if that was ended. */
function hasAllWeights(family: string): boolean {
  const found = GlobalFonts.families.find(each => each.family === family)
  return weights.every(weight => found?.styles.some(style => style.weight === weight))
}

function pathOf(file: string): string {
  try {
    return require.resolve(`@fontsource/${file}`)
  } catch (cause) {
    throw new FontUnusable(`The font file @fontsource/${file} is missing: run npm ci.`, { cause })
  }
}

function face(family: string, start: string, needed: RegExp, sample: string): Face {
  const files = { 400: `${start}-400-normal.woff`, 600: `${start}-600-normal.woff` }
  return { family, files, needed, sample }
}

/** Without a font the canvas draws nothing, or boxes, and says nothing. */
function drawsLetters(family: string, sample: string): boolean {
  return weights.every(weight => {
    const font = `${weight} 24px "${family}"`
    const drawn = pixelsOf(sample, font)
    // No font has a noncharacter.
    return !drawn.equals(pixelsOf('\u{10ffff}', font)) && !drawn.equals(pixelsOf(' ', font))
  })
}

function pixelsOf(letter: string, font: string): Buffer {
  const context = createCanvas(40, 40).getContext('2d')
  context.font = font
  context.fillText(letter, 4, 30)
  return context.canvas.data()
}
