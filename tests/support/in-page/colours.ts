/** Red, green and blue from 0 to 255, and how much of what lies behind is covered. */
export type Colour = { readonly r: number; readonly g: number; readonly b: number; readonly a: number }

/** @throws on a notation that computed styles of these pages do not have */
export function colourOf(text: string): Colour {
  const numbers = (text.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number)
  const [r = 0, g = 0, b = 0, a = 1] = numbers
  if (/^rgba?\(/.test(text)) return { r, g, b, a }
  if (text.startsWith('color(srgb ')) return { r: r * 255, g: g * 255, b: b * 255, a }
  throw new RangeError(`no colour: ${text}`)
}

/** A colour laid upon another, which is opaque. */
export function upon(colour: Colour, behind: Colour): Colour {
  const mix = (over: number, under: number) => over * colour.a + under * (1 - colour.a)
  return { r: mix(colour.r, behind.r), g: mix(colour.g, behind.g), b: mix(colour.b, behind.b), a: 1 }
}

/** What lies behind the text of an element: its own background and those around it, down to the page's. */
export function backgroundOf(element: Element): Colour {
  const layers: Colour[] = []
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const layer = colourOf(getComputedStyle(at).backgroundColor)
    layers.push(layer)
    if (layer.a === 1) break
  }
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const canvas: Colour = dark ? { r: 18, g: 18, b: 18, a: 1 } : { r: 255, g: 255, b: 255, a: 1 }
  return layers.reduceRight((behind, layer) => upon(layer, behind), canvas)
}

/** How much of an element is to be seen at all. */
export function opacityOf(element: Element): number {
  let opacity = 1
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    opacity *= Number(getComputedStyle(at).opacity)
  }
  return opacity
}

/**
 * Contrast ratio of two opaque colours, from 1 to 21.
 * @see WCAG 2.2, definitions of contrast ratio and relative luminance
 */
export function contrast(one: Colour, other: Colour): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

function luminance({ r, g, b }: Colour): number {
  const linear = (channel: number) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}
