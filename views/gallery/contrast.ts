/**
 * Contrast of two colours, 1 to 21.
 *
 * @param one, other `#rgb` or `#rrggbb`; black on white is 21
 * @throws RangeError for what is no such colour
 * @see W3C, Web Content Accessibility Guidelines 2.2, definitions of "contrast ratio" and "relative luminance"
 */
export function contrastOf(one: string, other: string): number {
  const [a, b] = [luminanceOf(one), luminanceOf(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function luminanceOf(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map(linear)
  if (red === undefined || green === undefined || blue === undefined) {
    throw new RangeError(`“${colour}” is no colour of six or three digits`)
  }
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Red, green and blue, each from 0 to 1. */
function channelsOf(colour: string): number[] {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1] ?? ''
  const pairs = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits
  return (pairs.match(/../g) ?? []).map(pair => Number.parseInt(pair, 16) / 255)
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
