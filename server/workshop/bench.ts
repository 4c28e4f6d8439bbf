import { parentPort } from 'node:worker_threads'
// Not by its door, which brings the words of all languages.
import { CanvasMissing, drawing, FontUnusable } from '../charts/drawing.ts'
import type { Answer, Job, Made } from './job.ts'

/** The thread that makes pictures and documents: one after another, as they are asked for. */
if (parentPort === null) throw new RangeError('bench.ts runs in a thread of its own')
const port = parentPort
port.on('message', (job: Job | 'end') => {
  if (job === 'end') port.close()
  else void answered(job).then(answer => port.postMessage(answer))
})

async function answered(job: Job): Promise<Answer> {
  try {
    return { ok: true, made: await made(job) }
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    return { ok: false, code: codeOf(error), error }
  }
}

function codeOf(error: Error): 'noCanvas' | 'noFont' | 'failed' {
  if (error instanceof CanvasMissing) return 'noCanvas'
  return error instanceof FontUnusable ? 'noFont' : 'failed'
}

/** A picture is not to wait for all that a document needs: each loads its own, when it is first asked for. */
async function made(job: Job): Promise<Made> {
  if (job.kind === 'package') {
    const { packOf } = await import('./pack.ts')
    return { kind: 'package', bytes: packOf(job.order) }
  }
  const drawChart = await drawing()
  if (job.kind === 'picture') return { kind: 'picture', chart: drawChart(job) }
  const { wordOf } = await import('./word.ts')
  return { kind: 'document', bytes: await wordOf(job.order, drawChart) }
}
