import type { InvitedTo } from '../../partner/contract.ts'

/** What a tab keeps between drawing and printing. */
export type Kept = {
  readonly to: InvitedTo
  readonly role: string
  readonly codes: readonly string[]
  /** Whether the server has said that it took the cards in: until then nothing is printed. */
  readonly taken: boolean
}

const placeOf = (secret: string): string => `cards/${secret}`

export function findKept(secret: string): Kept | undefined {
  const text = sessionStorage.getItem(placeOf(secret))
  return text === null ? undefined : JSON.parse(text)
}

export function keep(secret: string, kept: Kept): void {
  sessionStorage.setItem(placeOf(secret), JSON.stringify(kept))
}

/** The cards are printed: nothing of them stays. */
export function forgetCards(secret: string): void {
  sessionStorage.removeItem(placeOf(secret))
}
