import { correction, generate } from 'lean-qr'

const svg = 'http://www.w3.org/2000/svg'
/** White around a code, in its own squares: what ISO/IEC 18004 asks for. */
const quiet = 4

/** A QR code as a picture, of at least medium correction: a fold or a spot does no harm. */
export function qrOf(text: string): SVGSVGElement {
  const code = generate(text, { minCorrectionLevel: correction.M })
  const picture = document.createElementNS(svg, 'svg')
  const side = code.size + 2 * quiet
  picture.setAttribute('viewBox', `${-quiet} ${-quiet} ${side} ${side}`)
  picture.setAttribute('aria-hidden', 'true')
  const squares = document.createElementNS(svg, 'path')
  squares.setAttribute('d', rowsOf(code).join(''))
  picture.append(squares)
  return picture
}

/** Dark squares, those beside each other in one: seams would show on paper. */
function rowsOf({ size, get }: ReturnType<typeof generate>): string[] {
  const parts: string[] = []
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      if (!get(x, y)) continue
      const from = x
      while (get(x + 1, y)) x += 1
      parts.push(`M${from} ${y}h${x - from + 1}v1H${from}z`)
    }
  return parts
}
