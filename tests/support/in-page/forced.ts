import { backgroundOf, colourOf, contrast } from './colours.ts'
import { nameOf, shown } from './elements.ts'

/** Controls that cannot be told from the page where the reader's own few colours are forced upon it. */
export function lostControls(): string[] {
  return shown('button, input[type=text], select, textarea, .option, .card, .leave').flatMap(control => {
    const style = getComputedStyle(control)
    const around = backgroundOf(control.parentElement ?? control)
    const isBounded = (['top', 'right', 'bottom', 'left'] as const).every(
      side =>
        parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0 &&
        contrast(colourOf(style.getPropertyValue(`border-${side}-color`)), around) >= 3
    )
    const isWordsAlone = control.matches('.link') && style.textDecorationLine === 'underline'
    return isBounded || isWordsAlone ? [] : [`not seen with forced colours: ${nameOf(control)}`]
  })
}
