import { forget } from './keep.ts'

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
  // What a page cannot reach on its way out, such as the browser's cache, is cleared by the answer; nobody waits for it.
  void fetch(href, { keepalive: true, redirect: 'manual', cache: 'no-store' }).catch(() => undefined)
  location.replace(document.getElementById('leave')?.dataset['to'] ?? 'about:blank')
}

/** Hides the page, empties its forms and forgets what was kept on this device. */
export function cover(): void {
  document.documentElement.classList.add('covered')
  document.title = ' '
  forget()
  // The helper of an own phone outlives this page, and wipes everything it keeps.
  navigator.serviceWorker?.controller?.postMessage('wipe')
  for (const form of document.forms) form.reset()
  for (const media of document.querySelectorAll<HTMLMediaElement>('audio, video')) media.pause()
}

/** A page that was left or sent and comes back from the browser's memory gives way to an empty one. */
export function watchReturn(address: string): void {
  addEventListener('pageshow', event => {
    if (event.persisted && document.documentElement.classList.contains('covered')) location.replace(address)
  })
}
