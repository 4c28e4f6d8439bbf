import { factsOf, languages as allLanguages, translator, type Language } from '#locales'
import type { Edition } from '#surveys'
import { addresses } from './addresses.ts'

/** One entry of the language bar: the same page in another language, under its own name. */
export type LanguageLink = {
  readonly tag: string
  readonly dir: 'ltr' | 'rtl'
  readonly ownName: string
  readonly href: string
  readonly current: boolean
  /** Where the page's form is posted to instead, so that what was answered goes along; null on a page without one. */
  readonly form: string | null
  /** What is wanted of the server then. */
  readonly stage: 'edit' | 'check'
}

/** What the layout reads. Every page model holds it; null means that the part is not on the page. */
export type Frame = {
  readonly language: Language
  readonly tag: string
  readonly dir: 'ltr' | 'rtl'
  /** In which words the page speaks. */
  readonly edition: Edition
  /** Text of `<title>`, with the name of the site. */
  readonly title: string
  readonly style: StyleName
  readonly script: ScriptName | null
  /** What the script reads, as `<script type="application/json" id="data">`. */
  readonly data: object | null
  readonly home: string | null
  /** Where "Leave this site" leads without a script; with one, the page is covered and cleared first. */
  readonly leave: string | null
  readonly demonstration: boolean
  readonly languageLinks: readonly LanguageLink[]
  readonly footer: Readonly<Record<'help' | 'about' | 'privacy' | 'accessibility', string>> | null
}

/** What the pages of those who answer are made of; what is printed overrides what stands before it. */
const respondFiles = [
  'controls.css',
  'notices.css',
  'actions.css',
  'information.css',
  'ranking.css',
  'review.css',
  'cards.css',
  'steps.css',
  'printed.css',
  'own-words.css',
  'listening.css'
] as const

/** The style sheets a page may have: files of `assets/`, put together in this order into one `<style>`. */
export const styleFiles = {
  respond: ['base.css', ...respondFiles],
  help: ['base.css', 'listening.css', 'help.css'],
  article: ['base.css', 'article.css'],
  results: ['base.css', 'table.css', 'results.css'],
  series: ['base.css', 'table.css', 'results.css', 'series.css'],
  report: ['base.css', 'report.css'],
  partner: ['base.css', 'controls.css', 'notices.css', 'actions.css', 'cards.css', 'partner.css'],
  room: ['base.css', 'room.css'],
  api: ['base.css', 'controls.css', 'actions.css', 'article.css', 'api.css'],
  live: ['base.css', 'actions.css', 'live.css', 'board.css'],
  gallery: ['base.css', ...respondFiles, 'table.css', 'article.css', 'gallery.css']
} as const
export type StyleName = keyof typeof styleFiles

/** The scripts a page may load: each an entry of `browser/`, bundled into one file. */
export const scriptFiles = {
  respond: 'respond.ts',
  cards: 'cards.ts',
  entry: 'entry.ts',
  results: 'charts.ts',
  partner: 'partner.ts',
  room: 'room.ts',
  api: 'api.ts',
  live: 'live.ts',
  leave: 'leave-only.ts'
} as const
export type ScriptName = keyof typeof scriptFiles

/** The helper of an own phone, a script that runs beside the pages. */
export const workerFile = 'worker.ts'

/** Scripts that another one fetches once somebody needs them: modules of `browser/`, each bundled into one file. */
export const laterFiles = {
  ownWords: 'own-words.ts',
  ownPhone: 'own-phone.ts',
  listening: 'listening.ts',
  liveWay: 'live-way.ts'
} as const
export type LaterName = keyof typeof laterFiles

export type FrameInput = {
  readonly language: Language
  readonly title: string
  readonly edition?: Edition
  /** The address in any language, for the language bar; null where there is no such page to change to. */
  readonly path: ((language: Language) => string) | null
  readonly languages?: readonly Language[]
  /** Short name of the consultation it belongs to, which has a page about privacy of its own. */
  readonly slug?: string
  /** Where the form is posted to in any language, and which page it becomes there, for a page that holds answers. */
  readonly form?: { readonly path: (language: Language) => string; readonly stage: 'edit' | 'check' }
  readonly style?: StyleName
  readonly script?: ScriptName | null
  readonly data?: object | null
  readonly leave?: boolean
  readonly demonstration?: boolean
  readonly hasError?: boolean
}

/** The frame of a page: bar, languages, footer. */
export function frameOf(input: FrameInput): Frame {
  const { language, path } = input
  const edition = input.edition ?? 'standard'
  const t = translator(language, edition)
  const { tag, dir } = factsOf(language)
  return {
    language,
    tag,
    dir,
    edition,
    title: t(input.hasError === true ? 'chrome:titledError' : 'chrome:titled', { title: input.title }),
    style: input.style ?? 'respond',
    script: input.script ?? null,
    data: input.data ?? null,
    home: addresses.home(language),
    leave: input.leave === true ? addresses.leave(language) : null,
    demonstration: input.demonstration ?? false,
    languageLinks: path === null ? [] : languageLinks(input, path),
    footer: {
      help: addresses.help(language),
      about: addresses.about(language),
      privacy: privacyAddress(language, edition, input.slug),
      accessibility: addresses.accessibility(language)
    }
  }
}

/** Where a page of an edition leads for privacy: to what holds for its consultation, where it belongs to one. */
export function privacyAddress(language: Language, edition: Edition, slug: string | undefined): string {
  if (slug !== undefined) return addresses.privacyOf(language, slug, edition)
  return edition === 'easy' ? addresses.easyPrivacy(language) : addresses.privacy(language)
}

/** A frame for a file that stands on its own: no script, no link, nothing to load. */
export function standaloneFrame(frame: Frame): Frame {
  return { ...frame, script: null, data: null, home: null, leave: null, languageLinks: [], footer: null }
}

function languageLinks(
  { language: current, languages: offered = allLanguages, form }: FrameInput,
  path: (language: Language) => string
): LanguageLink[] {
  // One order everywhere, whatever order a consultation lists its languages in.
  return allLanguages
    .filter(language => offered.includes(language))
    .map(language => {
      const { tag, dir, ownName } = factsOf(language)
      return {
        tag,
        dir,
        ownName,
        href: path(language),
        current: language === current,
        form: form?.path(language) ?? null,
        stage: form?.stage ?? 'edit'
      }
    })
}
