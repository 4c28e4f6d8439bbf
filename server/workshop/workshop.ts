import { paintRequest, type ChartPainter } from '../charts/index.ts'
import type { Job, Made, PackageOrder, WordOrder } from './job.ts'
import { NotMade } from './not-made.ts'
import { startThread, type Thread } from './thread.ts'

/** Makes what takes long, beside the thread that everybody waits for. All of it throws NotMade. */
export type Workshop = ChartPainter & {
  /** The document of a release in Word: the same order gives the same bytes. */
  word(order: WordOrder): Promise<Uint8Array>
  /** All that a release gives, in one zip archive: the same release gives the same bytes. */
  pack(order: PackageOrder): Promise<Uint8Array>
  /** Ends at once: what is still waited for fails. */
  close(): Promise<void>
}

/** A page of a report asks for some fourteen pictures at once; a document takes as long as twenty of them. */
const mostWaiting: Readonly<Record<Job['kind'], number>> = {
  picture: 500,
  document: 20,
  package: 20
}
/** An idle thread holds some 60 MB after pictures, and 250 MB after documents. */
const idleAfterMs = 60_000
/** A document takes a second or two, and the first one that long again. */
const mostMsForOne = 30_000

type Order = {
  readonly job: Job
  readonly resolve: (made: Made) => void
  readonly reject: (error: unknown) => void
}

/**
 * A workshop with a thread of its own, because drawing and packing are done in one go and would hold up everybody. The
 * thread starts with the first order, ends after a while without any, and is started anew when it has ended.
 */
export function openWorkshop({
  idleMs = idleAfterMs,
  mostMs = mostMsForOne,
  limits = mostWaiting
} = {}): Workshop {
  const queue: Order[] = []
  let thread: Thread | undefined
  let atWork = false
  let closed = false
  let idle: NodeJS.Timeout | undefined

  async function ordered(job: Job): Promise<Made> {
    if (closed) throw new NotMade('closed')
    if (queue.filter(each => each.job.kind === job.kind).length >= limits[job.kind]) throw new NotMade('busy')
    return new Promise((resolve, reject) => {
      queue.push({ job, resolve, reject })
      if (!atWork) void work()
    })
  }

  /** One order after another, until there are none. */
  async function work(): Promise<void> {
    atWork = true
    clearTimeout(idle)
    for (let order = queue.shift(); order !== undefined; order = queue.shift()) {
      await made(order.job).then(order.resolve, order.reject)
    }
    atWork = false
    idle = setTimeout(() => {
      thread?.end()
      thread = undefined
    }, idleMs).unref()
  }

  async function made(job: Job): Promise<Made> {
    if (thread === undefined || thread.ended) thread = startThread()
    return thread.perform(job, mostMs)
  }

  return {
    async paint(figure, language) {
      const done = await ordered({ kind: 'picture', ...paintRequest(figure, language) })
      if (done.kind !== 'picture') throw new RangeError('something else than a picture was made')
      return done.chart
    },
    async word(order) {
      const done = await ordered({ kind: 'document', order })
      if (done.kind !== 'document') throw new RangeError('something else than a document was made')
      return done.bytes
    },
    async pack(order) {
      const done = await ordered({ kind: 'package', order })
      if (done.kind !== 'package') throw new RangeError('something else than a package was made')
      return done.bytes
    },
    async close() {
      closed = true
      for (const { reject } of queue.splice(0)) reject(new NotMade('closed'))
      await thread?.stop()
      clearTimeout(idle)
    }
  }
}
