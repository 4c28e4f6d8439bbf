import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** More stops than any page has. */
const most = 80

/**
 * Goes on with Tab, or back with Shift and Tab, until something has the focus. At each stop on the way the focus must be
 * in sight: three pixels of outline, or of shadow around it, at what has the focus or at the row it belongs to.
 */
export async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    await press(page, key)
    if (await hasFocus(wanted)) return
  }
  throw new Error(`${wanted} is not reached with ${key}`)
}

/** Whether one of these has the focus. */
export function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluateAll(elements => elements.some(element => element === document.activeElement))
}

/** Presses keys one after the other; after each, what has the focus shows it. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    expect(await hiddenFocus(page)).toBe('')
  }
}

/**
 * What has the focus without showing it; empty where it is shown. A heading, or the content as a whole, is no stop of the
 * keyboard: the focus is put there so that reading goes on from it.
 */
export function hiddenFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement
    if (focused === null || focused.matches('body, :is(h1, h2, h3, main)[tabindex="-1"]')) return ''
    const isMarked = (element: Element): boolean => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      const outline = outlineStyle === 'none' ? 0 : parseFloat(outlineWidth)
      // As browsers write it: colour, two offsets, blur, spread.
      const shadows = boxShadow.split(/,(?![^(]*\))/).filter(each => !each.includes('inset'))
      const spread = Math.max(0, ...shadows.map(each => Number(/([\d.]+)px\s*$/.exec(each)?.[1] ?? 0)))
      const { width, height, top, bottom, left, right } = element.getBoundingClientRect()
      const isInSight =
        Math.min(width, height) > 1 && top < innerHeight && bottom > 0 && left < innerWidth && right > 0
      return isInSight && Math.max(outline, spread) >= 3
    }
    const row = focused.closest('label')
    return isMarked(focused) || (row !== null && isMarked(row)) ? '' : focused.outerHTML.slice(0, 200)
  })
}
