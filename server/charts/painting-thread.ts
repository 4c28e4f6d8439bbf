import { Worker } from 'node:worker_threads'
import type { PaintedChart } from './painter.ts'
import type { Painted, PaintRequest } from './messages.ts'

/** A chart that was not painted. */
export class PaintingFailed extends Error {
  override readonly name = 'PaintingFailed'
}

/** One thread that draws, from its start to its end. */
export type PaintingThread = {
  /** How many pictures are asked for and not there yet. */
  readonly waiting: number
  paint(request: Omit<PaintRequest, 'id'>): Promise<PaintedChart>
  /** Lets it draw what it was asked for, and end. */
  end(): void
  /** Ends it at once: what was asked for fails. */
  stop(): Promise<void>
}

type Waiting = { readonly resolve: (chart: PaintedChart) => void; readonly reject: (error: Error) => void }

/** Starts a thread. @param ended is called once, when it has ended for whatever reason */
export function startPaintingThread(ended: () => void): PaintingThread {
  const waiting = new Map<number, Waiting>()
  let last = 0
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    // What the parent was started with is for the parent; the thread sees to its TypeScript itself.
    execArgv: [],
    // The fonts of the machine would make its pictures differ from those of another one.
    env: { ...process.env, DISABLE_SYSTEM_FONTS_LOAD: '1' }
  })
  // Only while somebody waits for a picture does the thread keep the process alive.
  worker.unref()
  worker.on('message', (painted: Painted) => {
    const asked = waiting.get(painted.id)
    waiting.delete(painted.id)
    if (waiting.size === 0) worker.unref()
    if (painted.ok) asked?.resolve(painted.chart)
    else asked?.reject(new PaintingFailed(`The chart could not be painted: ${painted.why}`))
  })
  let cause: unknown
  worker.on('error', error => {
    cause = error
  })
  worker.on('exit', () => {
    ended()
    const failure = new PaintingFailed('The thread that paints charts ended before this one was done.', {
      cause
    })
    for (const { reject } of waiting.values()) reject(failure)
    waiting.clear()
  })
  return {
    get waiting() {
      return waiting.size
    },
    paint: request =>
      new Promise((resolve, reject) => {
        const id = (last += 1)
        waiting.set(id, { resolve, reject })
        worker.ref()
        worker.postMessage({ ...request, id } satisfies PaintRequest)
      }),
    end: () => worker.postMessage('end'),
    stop: async () => {
      await worker.terminate()
    }
  }
}
