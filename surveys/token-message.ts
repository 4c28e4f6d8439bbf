/** A token is 64 random bytes: those that RFC 9474 puts before a message, and those that our own message ends in. */
export const tokenBytes = 64

/**
 * What is signed for a token by RSABSSA-SHA384-PSS-Randomized: 32 random bytes that the variant puts before any message,
 * and after them our own message, which is `earshot/1`, the consultation, and 32 random bytes.
 *
 * @param consultationId as it is written, 36 characters
 * @param token          `tokenBytes` bytes
 */
export function tokenMessage(consultationId: string, token: Uint8Array): Uint8Array<ArrayBuffer> {
  const words = [...`earshot/1${consultationId}`].map(character => character.charCodeAt(0))
  return Uint8Array.from([...token.slice(0, 32), ...words, ...token.slice(32)])
}
