import { lookAgain } from './elements.ts'

/** Ends whatever fades or waits, so that the page is measured as it will stay. */
export function settle(): void {
  // Asked for a size, the browser takes up what has changed; only then is there anything to end.
  void document.body.offsetHeight
  for (const animation of document.getAnimations()) animation.finish()
  lookAgain()
}

/**
 * Opens what can be opened, and of what is alike leaves two or three: a page of results has thousands of rows, and
 * whoever has measured two has measured all.
 */
export function openAndShorten(): void {
  const details = [...document.querySelectorAll('details')]
  for (const each of details) each.open = true
  const alike = [
    ...document.querySelectorAll('tbody:nth-of-type(n + 3), tbody > tr:nth-of-type(n + 3)'),
    ...details.filter(each => each.querySelector('table') !== null).slice(3)
  ]
  for (const each of alike) each.remove()
}
