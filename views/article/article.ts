import type { Language } from '#locales'
import { frameOf, type Frame } from '../frame.ts'

/** A page of plain text: help, privacy, accessibility. */
export type ArticlePage = Frame & {
  readonly heading: string
  readonly lead: string
  readonly sections: readonly ArticleSection[]
}
export type ArticleSection = {
  readonly title: string
  /** One paragraph, or several points that become a list. */
  readonly paragraph: string | null
  readonly points: readonly string[]
}

/** A page of plain text. */
export function articlePage(input: {
  readonly language: Language
  readonly heading: string
  readonly lead: string
  readonly path: (language: Language) => string
  readonly sections: readonly ArticleSection[]
}): ArticlePage {
  const { language, heading, lead, path, sections } = input
  return {
    // Whoever answers comes here in the middle of the questions: the way out stays where it was.
    ...frameOf({ language, title: heading, path, leave: true, script: 'leave' }),
    heading,
    lead,
    sections
  }
}

/** A section of one paragraph, or of a list where there are several texts. */
export function section(title: string, texts: readonly string[]): ArticleSection {
  const [only, ...more] = texts
  return only !== undefined && more.length === 0
    ? { title, paragraph: only, points: [] }
    : { title, paragraph: null, points: texts }
}
