/** What a person may press, type into or follow, wherever it stands. */
export const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]'

/** All elements that match and can be seen; what is there for screen readers alone cannot. */
export function shown(selector: string): HTMLElement[] {
  return Array.from(document.querySelectorAll<HTMLElement>(selector)).filter(isShown)
}

export function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true }) && !isForReadersOnly(element)
}

/** Clipped away to a point, or in something that is, so that only a screen reader finds it. */
function isForReadersOnly(element: Element): boolean {
  const known = forReadersOnly.get(element)
  if (known !== undefined) return known
  const parent = element.parentElement
  const is =
    getComputedStyle(element).clipPath === 'inset(50%)' || (parent !== null && isForReadersOnly(parent))
  forReadersOnly.set(element, is)
  return is
}

let forReadersOnly = new Map<Element, boolean>()

/** Forgets what was seen of the page as it was before. */
export function lookAgain(): void {
  forReadersOnly = new Map()
}

/** The text nodes that can be seen, but those that wait inside a closed list. */
export function shownTexts(): Text[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  const shownParents = new Map<Element, boolean>()
  while (walker.nextNode() !== null) {
    const text = walker.currentNode
    const parent = text.parentElement
    if (!(text instanceof Text) || parent === null || text.data.trim() === '') continue
    if (parent.closest('script, style, option, optgroup') !== null) continue
    if (!shownParents.has(parent)) shownParents.set(parent, isShown(parent))
    if (shownParents.get(parent) === true) texts.push(text)
  }
  return texts
}

/** An element as a reader of a failed test finds it again. */
export function nameOf(element: Element): string {
  const id = element.id === '' ? '' : `#${element.id}`
  const classes = Array.from(element.classList, name => `.${name}`).join('')
  const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)
  const parent = id === '' && classes === '' ? (element.parentElement?.tagName.toLowerCase() ?? '') : ''
  const path = `${parent === '' ? '' : `${parent} > `}${element.tagName.toLowerCase()}${id}${classes}`
  return words === '' ? path : `${path} “${words}”`
}
