import { forget } from './keep.ts'

const presses = 3
const within = 1500

/**
 * "Leave this site": covers the page at once, clears what this tab kept, and goes away without waiting for
 * anything. The link does it, and so does Shift pressed three times.
 */
export function watchLeave(): void {
  const link = document.querySelector<HTMLAnchorElement>('#leave')
  if (link === null) return
  link.addEventListener('click', event => {
    event.preventDefault()
    leaveFor(link.href)
  })
  let pressed: number[] = []
  document.addEventListener('keydown', event => {
    if (event.key !== 'Shift') pressed = []
    if (event.key !== 'Shift' || event.repeat) return
    pressed = [...pressed, event.timeStamp].slice(-presses)
    const [first] = pressed
    if (pressed.length === presses && first !== undefined && event.timeStamp - first < within) {
      leaveFor(link.href)
    }
  })
}

/** Goes away from a page so that nothing of it is left to be seen, even when the browser shows it again. */
export function leaveFor(address: string): void {
  cover()
  location.replace(address)
}

/** Hides the page, empties its forms and forgets what was kept. */
export function cover(): void {
  document.documentElement.classList.add('covered')
  document.title = ' '
  forget()
  for (const form of document.forms) form.reset()
}

/** A page that was left or sent and comes back from the browser's memory gives way to an empty one. */
export function watchReturn(address: string): void {
  addEventListener('pageshow', event => {
    if (event.persisted && document.documentElement.classList.contains('covered')) location.replace(address)
  })
}
