import { nameOf } from './elements.ts'

/** What would move although the reader wants less of it. */
export function moving(): string[] {
  return Array.from(document.querySelectorAll('*')).flatMap(element =>
    [null, '::before', '::after'].flatMap(part => {
      const style = getComputedStyle(element, part)
      const moves =
        lasts(style.transitionDuration) ||
        (lasts(style.animationDuration) && style.animationName.split(', ').some(movesAnything)) ||
        style.scrollBehavior === 'smooth'
      return moves ? [`moves: ${nameOf(element)}${part ?? ''}`] : []
    })
  )
}

const lasts = (durations: string) => durations.split(', ').some(each => parseFloat(each) > 0)

/** What only waits before it is to be seen does not move. */
function movesAnything(animation: string): boolean {
  const steps = Array.from(document.styleSheets)
    .flatMap(sheet => rulesIn(sheet.cssRules))
    .filter(rule => rule instanceof CSSKeyframesRule && rule.name === animation)
    .flatMap(rule => (rule instanceof CSSKeyframesRule ? Array.from(rule.cssRules) : []))
  const properties = steps.flatMap(step => (step instanceof CSSKeyframeRule ? Array.from(step.style) : []))
  return properties.some(property => property !== 'visibility')
}

function rulesIn(rules: CSSRuleList): CSSRule[] {
  return Array.from(rules).flatMap(rule => (rule instanceof CSSMediaRule ? rulesIn(rule.cssRules) : [rule]))
}
