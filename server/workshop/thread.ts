import { Worker } from 'node:worker_threads'
import type { Answer, Job, Made } from './job.ts'
import { NotMade } from './not-made.ts'

/** One thread, from its start to its end. It does one job at a time. */
export type Thread = {
  readonly ended: boolean
  /** @throws NotMade; after `mostMs` the thread is ended, whatever it is at */
  perform(job: Job, mostMs: number): Promise<Made>
  /** Ends it when it has nothing to do. */
  end(): void
  /** Ends it at once: what it is at fails. */
  stop(): Promise<void>
}

type Waiting = { readonly resolve: (made: Made) => void; readonly reject: (error: Error) => void }

export function startThread(): Thread {
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    // What the parent was started with is for the parent; the thread sees to its TypeScript itself.
    execArgv: [],
    // The fonts of the machine would make its pictures differ from those of another one.
    env: { ...process.env, DISABLE_SYSTEM_FONTS_LOAD: '1' }
  })
  // Only while somebody waits for it does the thread keep the process alive.
  worker.unref()
  let waiting: Waiting | undefined
  let deadline: NodeJS.Timeout | undefined
  let ended = false
  let cause: unknown

  /** Who waited, once: what comes later has nobody to go to. */
  function released(): Waiting | undefined {
    const asked = waiting
    waiting = undefined
    clearTimeout(deadline)
    worker.unref()
    return asked
  }

  worker.on('message', (answer: Answer) => {
    const asked = released()
    if (answer.ok) asked?.resolve(answer.made)
    else asked?.reject(new NotMade(answer.code, answer.error))
  })
  worker.on('error', error => {
    cause = error
  })
  worker.on('exit', () => {
    ended = true
    released()?.reject(new NotMade('ended', cause))
  })
  return {
    get ended() {
      return ended
    },
    perform: (job, mostMs) =>
      new Promise((resolve, reject) => {
        // Throws for what cannot be sent: then nobody waits yet.
        worker.postMessage(job)
        waiting = { resolve, reject }
        worker.ref()
        deadline = setTimeout(() => {
          ended = true
          released()?.reject(new NotMade('late'))
          void worker.terminate()
        }, mostMs)
      }),
    end: () => worker.postMessage('end'),
    stop: async () => {
      await worker.terminate()
    }
  }
}
