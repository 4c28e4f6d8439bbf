const firstStrongIsolate = '\u2068'
const popIsolate = '\u2069'

/**
 * A text that comes from elsewhere, ready to stand inside a sentence: its own direction does not disturb the
 * sentence around it. These characters also work in attributes and in SVG, where `<bdi>` cannot stand.
 */
export function isolated(text: string): string {
  return `${firstStrongIsolate}${text}${popIsolate}`
}

/** A text without such characters, for data that is not read in a sentence. */
export function unisolated(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '')
}
