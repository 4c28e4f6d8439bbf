import type { SignedPage } from '#views'

/** What a file of the folder of recordings is, as its name says. */
export type MediaName = {
  /** A recording, by id of its question with `.easy` behind it for easy words; or a video, by its page. */
  readonly of: { readonly recording: string } | { readonly video: SignedPage }
  readonly type: string
  /** Browsers are offered the lower first, and load the first that they play; the higher is for old ones. */
  readonly rank: number
}

/** Folder of what belongs to no consultation. */
export const siteFolder = 'site'

const recordingForm = /^([A-Za-z_][A-Za-z0-9_.-]{0,68})\.(?:(opus)|mp3)$/
const videoForm = /^sign-(landing|cards|thanks|help)\.(?:(webm)|mp4)$/

/** Reads the name of a file; undefined for everything that is neither a recording nor a video of ours. */
export function readMediaName(name: string): MediaName | undefined {
  const [, recording, opus] = recordingForm.exec(name) ?? []
  if (recording !== undefined) {
    return opus === undefined
      ? { of: { recording }, type: 'audio/mpeg', rank: 1 }
      : { of: { recording }, type: 'audio/ogg; codecs=opus', rank: 0 }
  }
  const [, video, webm] = videoForm.exec(name) ?? []
  if (!isSigned(video)) return undefined
  return webm === undefined
    ? { of: { video }, type: 'video/mp4', rank: 1 }
    : { of: { video }, type: 'video/webm', rank: 0 }
}

function isSigned(page: string | undefined): page is SignedPage {
  return page === 'landing' || page === 'cards' || page === 'thanks' || page === 'help'
}
