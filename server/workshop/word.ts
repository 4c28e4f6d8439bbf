import { reopen, reportOf } from '#analytics'
import { paintRequest, type PaintedChart, type PaintRequest } from '../charts/index.ts'
import { docxOf } from '../reports/docx.ts'
import { sha256 } from '../sha256.ts'
import type { WordOrder } from './job.ts'

/** The Word document of a stored release. @throws RangeError for a release that does not have its hash */
export function wordOf(
  { body, ...order }: WordOrder,
  drawChart: (request: PaintRequest) => PaintedChart
): Promise<Uint8Array> {
  // Tables are marked as protected in the thread that opened them, and nothing else is printed.
  const release = reopen({ stored: body, hash: order.hash, sha256 })
  return docxOf(reportOf({ ...order, release }), {
    paint: async (figure, language) => drawChart(paintRequest(figure, language))
  })
}
