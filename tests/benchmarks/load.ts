import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import type { ServerKind, Wish } from './servers.ts'

export type Measured = { readonly perSecond: number; readonly p99: number; readonly failed: number }

export type Load = {
  readonly url: string
  readonly path: string
  readonly method?: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  /** A body of its own for every request. */
  readonly body?: () => string
  /** Requests at a time; 32 unless told. */
  readonly connections?: number
  /** Stops after so many requests instead of a few seconds. */
  readonly amount?: number
}

const seconds = 5

/** Loads one address of this machine for a few seconds. */
export async function autocannonOf(load: Load): Promise<Measured> {
  const { url, path, method = 'GET', headers, body, connections = 32, amount } = load
  const result = await autocannon({
    url: url + path,
    connections,
    ...(amount === undefined ? { duration: seconds } : { amount }),
    requests: [
      {
        method,
        path,
        headers: { ...headers },
        ...(body && { setupRequest: request => ({ ...request, body: body() }) })
      }
    ]
  })
  const wrong = result.non2xx - (result.statusCodeStats?.['303']?.count ?? 0)
  return { perSecond: result.requests.average, p99: result.latency.p99, failed: wrong + result.errors }
}

/** Runs a server as a process of its own while `work` uses it, and may ask it something that a number answers. */
export async function withServer<T>(
  kind: ServerKind,
  work: (url: string, ask: (wish: Wish) => Promise<number>) => Promise<T>
): Promise<T> {
  const child = fork(fileURLToPath(new URL('./servers.ts', import.meta.url)), [kind], {
    execArgv: ['--import', 'tsx']
  })
  const left = once(child, 'exit')
  try {
    const [url] = await Promise.race([
      once(child, 'message'),
      left.then(() => {
        throw new Error(`the ${kind} server did not start`)
      })
    ])
    return await work(String(url), async wish => {
      child.send(wish)
      const [answer] = await once(child, 'message')
      return Number(answer)
    })
  } finally {
    if (child.connected) child.send('stop')
    await left
  }
}
