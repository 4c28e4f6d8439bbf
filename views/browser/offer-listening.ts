import { later } from './later.ts'
import type * as Listening from './listening.ts'

/** Fetches what reads aloud, where this browser can speak or there is a recording to be stopped. */
export function offerListening(): void {
  if (!('speechSynthesis' in window) && document.querySelector('audio') === null) return
  later<typeof Listening>('listening').then(
    ({ listen }) => listen(),
    () => undefined
  )
}
