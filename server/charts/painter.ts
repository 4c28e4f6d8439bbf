import type { Figure } from '#analytics'
import { factsOf, type Language } from '#locales'
import { PaintingFailed, startPaintingThread, type PaintingThread } from './painting-thread.ts'

/** A chart as a picture. Width and height are in CSS pixels; the picture has two pixels for each of them. */
export type PaintedChart = { readonly png: Uint8Array; readonly width: number; readonly height: number }

/** Draws charts where there is no browser, for documents and for download. */
export type ChartPainter = {
  /** The same figure gives the same bytes. @throws PaintingFailed */
  paint(figure: Figure, language: Language): Promise<PaintedChart>
  /** Ends at once: what is still waited for fails. */
  close(): Promise<void>
}

/** A report in six languages asks for some hundred at once. */
const mostWaiting = 500
/** An idle thread holds some 80 MB. */
const idleAfterMs = 60_000

/**
 * A painter that draws in a thread of its own, because drawing is done in one go and would hold up everybody. The
 * thread starts with the first chart, ends after a while without any, and is started anew when it has ended.
 */
export function chartPainter({ idleMs = idleAfterMs, limit = mostWaiting } = {}): ChartPainter {
  let thread: PaintingThread | undefined
  let closed = false
  let idle: NodeJS.Timeout | undefined

  function running(): PaintingThread {
    if (thread !== undefined) return thread
    const started = startPaintingThread(() => {
      if (thread === started) thread = undefined
    })
    return (thread = started)
  }

  function rest(): void {
    if (thread?.waiting !== 0) return
    clearTimeout(idle)
    idle = setTimeout(() => {
      thread?.end()
      thread = undefined
    }, idleMs).unref()
  }

  return {
    async paint(figure, language) {
      if (closed) throw new PaintingFailed('The painter of charts is closed.')
      if ((thread?.waiting ?? 0) >= limit) throw new PaintingFailed('Too many charts wait to be painted.')
      clearTimeout(idle)
      const { tag, dir } = factsOf(language)
      return running()
        .paint({ figure, language, tag, rtl: dir === 'rtl' })
        .finally(rest)
    },
    async close() {
      closed = true
      clearTimeout(idle)
      await thread?.stop()
    }
  }
}
