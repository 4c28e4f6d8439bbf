import { forget } from './keep.ts'
import type { Page } from './page.ts'
import { place } from './place.ts'

const presses = 3
const within = 1500

/**
 * "Leave this site": covers the page at once, clears what this device kept, and goes away without waiting for
 * anything. The link does it, and so does Shift pressed three times.
 */
export function watchLeave(): void {
  const links = document.querySelectorAll<HTMLAnchorElement>('#leave, #traces')
  for (const link of links) {
    link.addEventListener('click', event => {
      event.preventDefault()
      leaveBy(link)
    })
  }
  const [first] = links
  if (first !== undefined) watchShift(() => leaveBy(first))
}

function watchShift(leave: () => void): void {
  let pressed: number[] = []
  document.addEventListener('keydown', event => {
    if (event.key !== 'Shift') pressed = []
    if (event.key !== 'Shift' || event.repeat) return
    pressed = [...pressed, event.timeStamp].slice(-presses)
    const [first] = pressed
    if (pressed.length === presses && first !== undefined && event.timeStamp - first < within) leave()
  })
}

/** Goes away so that nothing is left to be seen, even when the browser shows the page again. */
function leaveBy({ href }: HTMLAnchorElement): void {
  cover()
  forgetDevice()
  tell(everything)
  // What a page cannot reach on its way out, such as the browser's cache, is cleared by the answer; nobody waits for it.
  void fetch(href, { keepalive: true, redirect: 'manual', cache: 'no-store' }).catch(() => undefined)
  location.replace(document.getElementById('leave')?.dataset['to'] ?? 'about:blank')
}

/** Hides the page, empties its forms and forgets what was kept in this tab. */
export function cover(): void {
  document.documentElement.classList.add('covered')
  document.title = ' '
  forget()
  for (const form of document.forms) form.replaceChildren()
  for (const media of document.querySelectorAll<HTMLMediaElement>('audio, video')) media.pause()
}

/** Covers the page and goes on to another, once: a second going would break off the first. */
export function giveWay(address: string): void {
  if (isCovered()) return
  cover()
  location.replace(address)
}

const isCovered = (): boolean => document.documentElement.classList.contains('covered')

/** Forgets what an own phone keeps. Its helper, which outlives this page, does the same. */
export function forgetDevice(): void {
  try {
    navigator.serviceWorker?.controller?.postMessage('wipe')
    indexedDB.deleteDatabase(place)
    void caches.delete(place)
  } catch {
    return
  }
}

/**
 * A page that comes back from the browser's memory gives way to an empty one when it was left or sent.
 *
 * @param isGone whether its answers were sent or wiped from another page
 */
export function watchReturn(address: string, isGone: () => boolean): void {
  addEventListener('pageshow', event => {
    if (event.persisted && (isCovered() || isGone())) {
      cover()
      location.replace(address)
    }
  })
}

const everything = '*'
/** One for the page: it hears the other tabs, and not itself. */
const tabs = 'BroadcastChannel' in self ? new BroadcastChannel(place) : undefined

/** Tells the other tabs of this site that something was sent, or that everything is forgotten. */
export function tell(key: string): void {
  tabs?.postMessage(key)
}

/** A tab whose answers were sent from another one, or that was left in another one, shows nothing any more. */
export function watchOthers({ data: { key, thanks, action } }: Page): void {
  tabs?.addEventListener('message', ({ data }) => {
    if (data === key || data === everything) giveWay(data === key ? thanks : action)
  })
}
