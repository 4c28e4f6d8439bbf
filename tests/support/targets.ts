import type { Page } from 'playwright-core'

/** Whatever can be pressed and is less than 44 px high or wide; links in the middle of a sentence may be. */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pressed = [
      ...document.querySelectorAll('a[href], button, select, textarea, input:not([type=hidden])')
    ]
    const inSentence = (each: Element) =>
      getComputedStyle(each).display === 'inline' &&
      [...(each.parentElement?.childNodes ?? [])].some(
        node => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== ''
      )
    return pressed
      .filter(each => !inSentence(each))
      .map(each => each.closest('label') ?? each)
      .filter(each => {
        const { width, height, bottom } = each.getBoundingClientRect()
        // What is not shown, or waits above the page for the keyboard, is not pressed.
        return width > 0 && bottom > 0 && Math.min(width, height) < 44
      })
      .map(each => each.outerHTML)
  })
}
