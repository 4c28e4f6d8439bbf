import { backgroundOf, colourOf, contrast } from './colours.ts'
import { controls, nameOf, shown } from './elements.ts'

const thinnest = 3
const nonText = 3

/**
 * What can be reached with the keyboard and does not show it by a line of 3 px, at 3 to 1. The line may stand around the
 * row of an option instead of its button. Wants a key pressed before: after a mouse, browsers draw no line.
 */
export function unseenFocus(): string[] {
  const before = document.activeElement
  const unseen = shown(`${controls}, [tabindex="0"], audio[controls], video[controls]`)
    .filter(control => !control.matches(':disabled, [tabindex="-1"]'))
    .flatMap(control => {
      control.focus({ preventScroll: true })
      if (document.activeElement !== control) return [`takes no focus: ${nameOf(control)}`]
      const seen = [control, control.closest('label')].some(
        holder => holder !== null && lineAround(holder) >= nonText
      )
      return seen ? [] : [`focus is not seen: ${nameOf(control)}`]
    })
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  return unseen
}

/** How much the line around an element stands out; 0 where it is too thin or there is none. */
function lineAround(holder: HTMLElement): number {
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(holder)
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < thinnest) return 0
  return contrast(colourOf(outlineColor), backgroundOf(holder.parentElement ?? holder))
}
