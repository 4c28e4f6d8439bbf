import { parentPort } from 'node:worker_threads'
import { drawChart } from './draw.ts'
import type { Painted, PaintRequest } from './messages.ts'

/** The thread that draws: one picture after another, as they are asked for. */
if (parentPort === null) throw new RangeError('painting.ts runs in a thread of its own')
const port = parentPort
port.on('message', (request: PaintRequest | 'end') => {
  if (request === 'end') port.close()
  else port.postMessage(painted(request))
})

function painted({ id, ...request }: PaintRequest): Painted {
  try {
    return { id, ok: true, chart: drawChart(request) }
  } catch (error) {
    return { id, ok: false, why: error instanceof Error ? error.message : String(error) }
  }
}
