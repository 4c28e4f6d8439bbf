/** Text that came from a file, without what could steer a terminal or turn the rest of a line round. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, '·')
}
