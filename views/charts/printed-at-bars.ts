import type { Figure } from '#analytics'
import type { Chart, Plugin } from 'chart.js'

/** How the shares are written, in the letters of the chart. */
export type PrintedLook = {
  readonly rtl: boolean
  readonly colour: string
  readonly fontFamily: string
  readonly fontSize: number
  /** Of the ground: keeps the lines of the grid off the letters. Null: they may cross. */
  readonly halo: string | null
}

/** Between the end of a bar and its share. */
const gap = 8
const haloWidth = 4
/** What the shares of nearly every chart need beside the longest bar. */
const leastRoom = 64

/** Writes each share at the end of its bar, in the words of the table. */
export function printedAtBars(printed: Figure['printed'], look: PrintedLook): Plugin<'bar'> {
  const { rtl, colour, halo } = look
  return {
    id: 'printed',
    afterDatasetsDraw(chart) {
      const { ctx } = chart
      ctx.save()
      ctx.fillStyle = colour
      ctx.strokeStyle = halo ?? colour
      ctx.lineWidth = haloWidth
      ctx.lineJoin = 'round'
      ctx.font = fontOf(look)
      ctx.textBaseline = 'middle'
      ctx.textAlign = rtl ? 'right' : 'left'
      for (const [index, texts] of printed.entries()) {
        for (const [row, bar] of chart.getDatasetMeta(index).data.entries()) {
          // A hidden number has no bar; its mark stands where the bar would begin.
          const end = Number.isFinite(bar.x) ? bar.x : (chart.scales['x']?.getPixelForValue(0) ?? 0)
          const at = [texts[row] ?? '', end + (rtl ? -gap : gap), bar.y] as const
          if (halo !== null) ctx.strokeText(...at)
          ctx.fillText(...at)
        }
      }
      ctx.restore()
    }
  }
}

/** Room beside the axis, in CSS pixels: no share is cut, not even "95 % or more" at a bar of that length. */
export function roomForPrinted({ ctx }: Chart, printed: Figure['printed'], look: PrintedLook): number {
  ctx.save()
  ctx.font = fontOf(look)
  const widths = printed.flat().map(text => ctx.measureText(text).width)
  ctx.restore()
  return Math.max(leastRoom, ...widths.map(width => Math.ceil(gap + width)))
}

function fontOf({ fontFamily, fontSize }: PrintedLook): string {
  return `600 ${fontSize}px ${fontFamily}`
}
