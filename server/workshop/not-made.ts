const texts = {
  busy: 'Too many pictures and documents wait to be made.',
  closed: 'The workshop is closed.',
  ended: 'The thread that makes pictures and documents ended before this one was done.',
  failed: 'The picture or document could not be made',
  late: 'The picture or document took too long, and was given up.',
  noCanvas: 'The program that draws charts, @napi-rs/canvas, is not installed for this machine.',
  noFont: 'A font file of @fontsource is missing or broken: run npm ci.'
} as const

/** Why a picture or a document was not made; `code` may be logged. */
export class NotMade extends Error {
  override readonly name = 'NotMade'
  readonly code: keyof typeof texts

  constructor(code: keyof typeof texts, cause?: unknown) {
    const why = code === 'failed' && cause instanceof Error ? `: ${cause.message}` : ''
    super(texts[code] + why, { cause })
    this.code = code
  }
}
