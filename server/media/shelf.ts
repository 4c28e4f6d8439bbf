import { isDeepStrictEqual } from 'node:util'
import type { Language } from '#locales'
import { addresses, noMedia, type Media, type MediaSource, type SignedPage, type SignVideo } from '#views'
import { listFiles, type MediaFile } from './files.ts'
import { readMediaName } from './names.ts'

/** How long what was read of a folder is good for: what is added shows within this time. */
const freshForMs = 60_000

/**
 * What there is to listen to and to watch for a consultation, or for the whole site, in a language.
 *
 * The same object as long as nothing has changed, so that pages made with it stay good. Never fails: a page without
 * recordings is better than none.
 *
 * @param place slug of a consultation that there is, or `siteFolder`: each is remembered
 */
export type MediaShelf = (place: string, language: Language) => Promise<Media>

type Options = {
  /** The folder of recordings; undefined where there is none. */
  readonly folder: string | undefined
  readonly clock: () => Date
  /** Told of what is there and cannot be read, and where. */
  readonly trouble: (where: string, error: unknown) => void
}

export function mediaShelf({ folder, clock, trouble }: Options): MediaShelf {
  if (folder === undefined) return async () => noMedia
  const known = new Map<string, { readonly at: number; readonly media: Media }>()
  const asked = new Map<string, Promise<Media>>()

  async function read(where: string, files: Promise<MediaFile[]>, at: number): Promise<Media> {
    const before = known.get(where)?.media
    const found = mediaOf(where, await files)
    const media = before !== undefined && isDeepStrictEqual(before, found) ? before : found
    known.set(where, { at, media })
    return media
  }

  return async (place, language) => {
    const where = `${place}/${language}`
    const now = clock().getTime()
    const entry = known.get(where)
    if (entry !== undefined && Math.abs(now - entry.at) < freshForMs) return entry.media
    const asking = asked.get(where)
    if (asking !== undefined) return asking
    const files = listFiles(folder, [place, language], isOurs, error => trouble(where, error))
    const media = read(where, files, now).finally(() => asked.delete(where))
    asked.set(where, media)
    return media
  }
}

/** Sorts files by what they are; of each, browsers are offered the formats in their order. */
function mediaOf(where: string, files: readonly MediaFile[]): Media {
  const recordings = new Map<string, MediaSource[]>()
  const videos: Partial<Record<SignedPage, SignVideo>> = {}
  const named = files.flatMap(({ name, bytes }) => {
    const what = readMediaName(name)
    return what === undefined ? [] : [{ ...what, bytes, src: addresses.media(where, name) }]
  })
  for (const { of, src, type, bytes } of named.toSorted((one, other) => one.rank - other.rank)) {
    if ('recording' in of) {
      recordings.set(of.recording, [...(recordings.get(of.recording) ?? []), { src, type }])
    } else {
      const before = videos[of.video] ?? { sources: [], bytes: 0 }
      videos[of.video] = {
        sources: [...before.sources, { src, type }],
        bytes: Math.max(before.bytes, bytes)
      }
    }
  }
  return { recordings, videos }
}

function isOurs(name: string): boolean {
  return readMediaName(name) !== undefined
}
