import { isShown, nameOf } from './elements.ts'

/** From where to where, counted from the side at which the page's lines begin: left in English, right in Arabic. */
export type Span = { readonly from: number; readonly to: number }

/** Where a box stands, and its own first line of text if it begins with one. */
export type Edges = {
  readonly name: string
  readonly box: Span
  readonly text: Span | null
  /** Whether it says of itself that it is written the other way, as an answer in Latin letters is in Arabic. */
  readonly otherWay: boolean
}

/** Every box of the page, in the order of the document, but those whose place depends on the words before them. */
export function edges(): Edges[] {
  return shownBoxes()
    .filter(box => !isPushed(box))
    .map(box => ({
      name: nameOf(box),
      box: spanOf([box.getBoundingClientRect()]),
      text: firstLine(box),
      otherWay: isOfOtherWay(box)
    }))
}

/** Boxes in a row that do not follow each other from the side at which lines begin. */
export function outOfOrder(): string[] {
  return shownBoxes()
    .filter(box => isRow(box) && !isOfOtherWay(box))
    .flatMap(row => {
      const boxes = Array.from(row.children).filter(isShown)
      return boxes.flatMap((box, index) => {
        const before = boxes[index - 1]
        if (before === undefined || !isBeside(before, box)) return []
        const [first, second] = [before, box].map(each => spanOf([each.getBoundingClientRect()]).from)
        return (first ?? 0) < (second ?? 0) ? [] : [`stands before ${nameOf(before)}: ${nameOf(box)}`]
      })
    })
}

/** Boxes have a place of their own; what stands in a line stands where the words before it end. */
function shownBoxes(): Element[] {
  return Array.from(document.querySelectorAll('body *')).filter(
    element =>
      isShown(element) &&
      (element instanceof HTMLElement
        ? getComputedStyle(element).display !== 'inline'
        : element.matches('svg, .meter *'))
  )
}

function spanOf(rects: readonly DOMRect[]): Span {
  const left = Math.min(...rects.map(rect => rect.left))
  const right = Math.max(...rects.map(rect => rect.right))
  const width = document.documentElement.clientWidth
  const isMirrored = document.documentElement.dir === 'rtl'
  return isMirrored ? { from: width - right, to: width - left } : { from: left, to: right }
}

function firstLine(box: Element): Span | null {
  const first = Array.from(box.childNodes).find(node => node.textContent?.trim() !== '')
  if (!(first instanceof Text) || !/start|center/.test(getComputedStyle(box).textAlign)) return null
  const range = document.createRange()
  range.selectNodeContents(first)
  const rects = Array.from(range.getClientRects())
  const line = rects.filter(rect => Math.abs(rect.bottom - (rects[0]?.bottom ?? 0)) < rect.height / 2)
  return line.length === 0 ? null : spanOf(line)
}

/** Whether it, or what it stands in, comes after something in a row, in the middle of one, or where a table scrolls. */
function isPushed(box: Element): boolean {
  for (let at: Element = box; at.parentElement !== null && at !== document.body; at = at.parentElement) {
    const row = at.parentElement
    const { justifyContent, overflowX } = getComputedStyle(row)
    if (isRow(row) && (at.previousElementSibling !== null || justifyContent === 'center')) return true
    if (overflowX === 'auto' || getComputedStyle(at).display.startsWith('inline-')) return true
  }
  return false
}

function isOfOtherWay(box: Element): boolean {
  const own = box.closest('body [dir]')
  return own !== null && getComputedStyle(own).direction !== document.documentElement.dir
}

function isRow(element: Element): boolean {
  const { display, flexDirection } = getComputedStyle(element)
  return display === 'table-row' || (display.endsWith('flex') && flexDirection.startsWith('row'))
}

function isBeside(one: Element, other: Element): boolean {
  const [first, second] = [one.getBoundingClientRect(), other.getBoundingClientRect()]
  return first.top < second.bottom - 1 && second.top < first.bottom - 1
}
