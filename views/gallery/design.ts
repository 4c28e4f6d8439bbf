import { isolated, type Language } from '#locales'
import type { ArticleTable } from '../article/article.ts'
import { frameOf, type Frame } from '../frame.ts'
import type { HomeCard } from '../home/home.ts'
import type { QuestionView } from '../respond/question.ts'
import type { ErrorSummary } from '../respond/questionnaire.ts'
import { contrastOf } from './contrast.ts'
import { decorations, pairs } from './pairs.ts'
import { coloursIn, tokensIn, type Tokens } from './tokens.ts'

/** The parts that all pages are made of, on one page. */
export type DesignPage = Frame & {
  readonly names: typeof names
  readonly colours: readonly Swatch[]
  readonly pairs: readonly PairView[]
  readonly measures: readonly { readonly name: string; readonly value: string }[]
  readonly questions: readonly QuestionView[]
  readonly summary: ErrorSummary | null
  readonly card: HomeCard | undefined
  readonly tables: readonly ArticleTable[]
}
type Swatch = {
  readonly name: string
  readonly fill: string
  readonly light: string
  readonly dark: string
  readonly note: string | null
}
type PairView = {
  readonly mark: string
  readonly ground: string
  readonly markFill: string
  readonly groundFill: string
  readonly least: string
  readonly light: string
  readonly dark: string
}

/** What those who build read; everything else on the page is text of ours in the page's language. */
const names = {
  title: 'Design system',
  colours: 'Colours',
  contrast: 'Contrast',
  pair: 'What stands on what',
  markAndGround: 'mark, ground',
  least: 'at least',
  light: 'light',
  dark: 'dark',
  sample: 'Aa',
  measures: 'Measures',
  type: 'Type',
  lead: '.lead',
  hint: '.hint',
  where: '.where',
  count: '.count',
  buttons: 'Buttons',
  rows: 'Questions and option rows',
  links: 'Rows that are links',
  notes: 'Notes and warnings',
  summary: 'Summary of errors',
  card: 'Card',
  stored: 'List of terms'
} as const

/** @param input.css the style sheet that the tokens are read off */
export function designPage(input: {
  readonly language: Language
  readonly css: string
  readonly questions: readonly QuestionView[]
  readonly summary: ErrorSummary | null
  readonly card: HomeCard | undefined
  readonly tables: readonly ArticleTable[]
}): DesignPage {
  const { language, css, ...parts } = input
  const tokens = tokensIn(css)
  const colours = coloursIn(tokens)
  return {
    ...frameOf({ language, title: isolated(names.title), path: null, style: 'gallery' }),
    names,
    colours: colours.map(name => swatch(name, tokens)),
    pairs: pairs.map(pair => ({
      ...pair,
      markFill: `var(--${pair.mark})`,
      groundFill: `var(--${pair.ground})`,
      least: pair.least.toFixed(1),
      light: contrastIn(tokens.light, pair),
      dark: contrastIn(tokens.dark, pair)
    })),
    measures: [...tokens.light].flatMap(([name, value]) =>
      colours.includes(name) || name.includes('scheme') ? [] : [{ name, value }]
    ),
    ...parts
  }
}

function swatch(name: string, { light, dark }: Tokens): Swatch {
  return {
    name,
    fill: `var(--${name})`,
    light: light.get(name) ?? '',
    dark: dark.get(name) ?? '',
    note: decorations.includes(name) ? 'decoration' : null
  }
}

function contrastIn(colours: ReadonlyMap<string, string>, pair: { mark: string; ground: string }): string {
  return contrastOf(colours.get(pair.mark) ?? '', colours.get(pair.ground) ?? '').toFixed(1)
}
