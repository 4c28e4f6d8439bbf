import { backgroundOf, colourOf, contrast, opacityOf, upon, type Colour } from './colours.ts'
import { nameOf, shown, shownTexts } from './elements.ts'

const bodyText = 7
const nonText = 3

/** Texts that stand out from their background by less than 7 to 1; what is switched off may be paler. */
export function faintTexts(): string[] {
  const parents = new Set(shownTexts().map(text => text.parentElement))
  return [...parents].flatMap(parent => {
    if (parent === null || parent.closest(':disabled') !== null) return []
    const behind = backgroundOf(parent)
    const colour = colourOf(getComputedStyle(parent).color)
    const ratio = contrast(upon({ ...colour, a: colour.a * opacityOf(parent) }, behind), behind)
    return ratio >= bodyText - 0.005 ? [] : [`text ${ratio.toFixed(2)} to 1: ${nameOf(parent)}`]
  })
}

/** Controls whose bounds stand out from what is around them by less than 3 to 1. One that is words alone has none. */
export function faintControls(): string[] {
  return shown('button, input[type=text], select, textarea, .option, .card').flatMap(control => {
    const around = backgroundOf(control.parentElement ?? control)
    const bounds = boundsOf(control).map(colour => upon(colour, around))
    const isWordsAlone = control.matches('button') && bounds.length === 0
    const ratio = Math.max(1, ...[...bounds, backgroundOf(control)].map(colour => contrast(colour, around)))
    return isWordsAlone || ratio >= nonText ? [] : [`bounds ${ratio.toFixed(2)} to 1: ${nameOf(control)}`]
  })
}

/** The colours that a control's line is drawn in: a border, or a shadow without a blur. */
function boundsOf(control: Element): Colour[] {
  const style = getComputedStyle(control)
  const borders = (['top', 'right', 'bottom', 'left'] as const)
    .filter(side => parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0)
    .map(side => colourOf(style.getPropertyValue(`border-${side}-color`)))
  const shadow = /^(rgba?\([^)]*\)) 0px 0px 0px [\d.]+px$/.exec(style.boxShadow)?.[1]
  return [...borders, ...(shadow === undefined ? [] : [colourOf(shadow)])].filter(colour => colour.a > 0)
}
