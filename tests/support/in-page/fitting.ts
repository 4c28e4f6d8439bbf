import { controls, nameOf, shown, shownTexts } from './elements.ts'

const rounding = 1

/** What reaches past the sides of the page, or would make it scroll sideways. A table may scroll in a box of its own. */
export function pastTheSides(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  const scrolls = scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} in ${clientWidth}`] : []
  const isPast = ({ left, right }: DOMRect) => left < -rounding || right > clientWidth + rounding
  const texts = shownTexts().flatMap(text =>
    text.parentElement !== null && isPast(boundsOf(text)) ? [text.parentElement] : []
  )
  const pressed = shown(`${controls}, .option`).filter(each => isPast(each.getBoundingClientRect()))
  const past = [...texts, ...pressed].filter(each => scrollerAround(each) === null)
  return [...scrolls, ...past.map(each => `past the side: ${nameOf(each)}`)]
}

/** Texts that are cut off, or that run out of their box and over what follows. */
export function cutTexts(): string[] {
  const cut = shown('body *').filter(element => {
    const { overflowX, overflowY, display } = getComputedStyle(element)
    if (display === 'inline' || element.matches('select, input, svg, svg *, canvas')) return false
    const wide = element.scrollWidth > element.clientWidth + rounding
    const high = element.scrollHeight > element.clientHeight + rounding
    return (wide && cuts(overflowX)) || (high && cuts(overflowY))
  })
  return cut.map(element => `cut off: ${nameOf(element)}`).concat(spilt())
}

const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip'

/** Texts of which a line lies outside the box around them. */
function spilt(): string[] {
  return shownTexts().flatMap(text => {
    const box = boxAround(text)
    if (box === null) return []
    const inner = boundsOf(text)
    const outer = box.getBoundingClientRect()
    const spills =
      inner.top < outer.top - spillOver ||
      inner.bottom > outer.bottom + spillOver ||
      inner.left < outer.left - spillOver ||
      inner.right > outer.right + spillOver
    return spills && scrollerAround(box) === null ? [`out of its box: ${nameOf(box)}`] : []
  })
}

/** Letters are taller than a close line: a part of them may stand out above and below without touching anything. */
const spillOver = 6

function boxAround(text: Text): Element | null {
  let box = text.parentElement
  while (box !== null && getComputedStyle(box).display === 'inline') box = box.parentElement
  return box
}

function scrollerAround(element: Element): Element | null {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return at
  }
  return null
}

function boundsOf(text: Text): DOMRect {
  const range = document.createRange()
  range.selectNodeContents(text)
  return range.getBoundingClientRect()
}
