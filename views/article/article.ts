import type { Language } from '#locales'
import type { Edition } from '#surveys'
import { frameOf, type Frame } from '../frame.ts'
import type { ConsultationFacts } from '../respond/consultation.ts'

/** A page of plain text: help, privacy, accessibility, about. */
export type ArticlePage = Frame & {
  readonly heading: string
  readonly lead: string
  /** The same page in other words. */
  readonly other: ArticleLink | null
  readonly sections: readonly ArticleSection[]
}
export type ArticleSection = {
  readonly title: string
  readonly paragraphs: readonly string[]
  /** What becomes a list. */
  readonly points: readonly string[]
  readonly tables: readonly ArticleTable[]
  /** What is named and said of it; the text is as somebody wrote it, in whatever language. */
  readonly facts: readonly ArticleFact[]
  /** Technical names, which no language has words for. */
  readonly names: readonly string[]
  /** Where the section leads. */
  readonly link: ArticleLink | null
}
export type ArticleLink = { readonly text: string; readonly href: string }
export type ArticleFact = { readonly label: string; readonly text: string; readonly href: string | null }
/** A table of the database and what its columns hold. */
export type ArticleTable = {
  readonly name: string
  readonly meaning: string
  readonly columns: readonly { readonly name: string; readonly meaning: string }[]
}

/** A page of plain text. */
export function articlePage(input: {
  readonly language: Language
  readonly edition?: Edition
  readonly heading: string
  readonly lead: string
  readonly other?: ArticleLink
  readonly path: (language: Language) => string
  /** Where the page is about one consultation. */
  readonly consultation?: ConsultationFacts | undefined
  readonly sections: readonly ArticleSection[]
}): ArticlePage {
  const { language, edition = 'standard', heading, lead, other = null, path, consultation, sections } = input
  return {
    // Whoever answers comes here in the middle of the questions: the way out stays where it was.
    ...frameOf({
      language,
      edition,
      title: heading,
      path,
      leave: true,
      script: 'leave',
      style: 'article',
      ...(consultation && {
        slug: consultation.slug,
        languages: consultation.languages,
        demonstration: consultation.demonstration
      })
    }),
    heading,
    lead,
    other,
    sections
  }
}

/** A section of one paragraph, or of a list where there are several texts. */
export function section(title: string, texts: readonly string[], more?: MoreOfSection): ArticleSection {
  return texts.length === 1
    ? { ...empty, title, paragraphs: texts, ...more }
    : { ...empty, title, points: texts, ...more }
}

/** A section of paragraphs, however many they are. */
export function prose(title: string, paragraphs: readonly string[], more?: MoreOfSection): ArticleSection {
  return { ...empty, title, paragraphs, ...more }
}

type MoreOfSection = Partial<Pick<ArticleSection, 'tables' | 'facts' | 'names' | 'link'>>

const empty = { paragraphs: [], points: [], tables: [], facts: [], names: [], link: null }
