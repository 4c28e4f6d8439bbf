import type { Language } from '#locales'
import { frameOf, type Frame, type StyleName } from '../frame.ts'
import type { PartialName } from '../templates.ts'

/** One partial with its examples. */
export type PartialPage = Frame & { readonly heading: string; readonly samples: readonly Sample[] }
export type Sample = {
  readonly partial: PartialName
  /** Class of the element around it, where its style wants one. */
  readonly within: string
  readonly model: object
}

/** A partial, the style sheet of the pages it belongs to, and what it is shown with. */
export type PartialExample = {
  readonly style: StyleName
  readonly within?: string
  readonly models: readonly object[]
}

export function partialPage(
  language: Language,
  partial: PartialName,
  { style, within = '', models }: PartialExample
): PartialPage {
  return {
    ...frameOf({ language, title: partial, path: null, style }),
    heading: partial,
    samples: models.map(model => ({ partial, within, model }))
  }
}
