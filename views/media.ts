import { formatSize, isolated, type Language } from '#locales'

/** One file that a browser may take. */
export type MediaSource = { readonly src: string; readonly type: string }

/** A page that may be told in sign language. */
export type SignedPage = 'landing' | 'cards' | 'thanks' | 'help'

/** A video in its formats, and the size of the largest: nobody loads more than the page says. */
export type SignVideo = { readonly sources: readonly MediaSource[]; readonly bytes: number }

/** What there is to listen to and to watch, in one language. */
export type Media = {
  /** Recordings of questions by the name of their file: `<id>` in standard words, `<id>.easy` in easy ones. */
  readonly recordings: ReadonlyMap<string, readonly MediaSource[]>
  readonly videos: Readonly<Partial<Record<SignedPage, SignVideo>>>
}

export const noMedia: Media = { recordings: new Map(), videos: {} }

/** A sign-language video as its partial reads it. */
export type SignView = {
  readonly sources: readonly MediaSource[]
  /** For a browser that plays no video itself. */
  readonly file: string
  /** How much there is to load, in words. */
  readonly size: string
}

/** The sign-language video of a page; null where there is none. */
export function signView({ videos }: Media, page: SignedPage, language: Language): SignView | null {
  const video = videos[page]
  const file = video?.sources.at(-1)
  if (video === undefined || file === undefined) return null
  return { sources: video.sources, file: file.src, size: isolated(formatSize(video.bytes, language)) }
}
