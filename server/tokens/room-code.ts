import { createHmac } from 'node:crypto'
import { codeFrom, codeLengths } from '#surveys'

/** A code stays on the screen for a minute. Whoever has read it has two more to type it. */
const windowMs = 60_000
const windowsBefore = 2

/** The window that a moment lies in: a number of minutes since 1970. */
export function roomWindowAt(now: Date): number {
  return Math.floor(now.getTime() / windowMs)
}

/** When the code of a window gives way to the next one. */
export function roomWindowEnds(window: number): Date {
  return new Date((window + 1) * windowMs)
}

/**
 * The code on the screen of a room: 25 bits that nobody can foresee without the pepper, and a check character.
 *
 * @param pepper the secret `pepper` of the key folder
 */
export function roomCode(pepper: Buffer, consultationId: string, window: number): string {
  const digest = createHmac('sha256', pepper).update(`room ${consultationId} ${window}`).digest()
  return codeFrom(digest.subarray(0, codeLengths.room - 1))
}

/** The codes that are taken now: the one on the screen, and the two before it. */
export function roomCodes(pepper: Buffer, consultationId: string, now: Date): string[] {
  const window = roomWindowAt(now)
  return Array.from({ length: windowsBefore + 1 }, (_, back) =>
    roomCode(pepper, consultationId, window - back)
  )
}
