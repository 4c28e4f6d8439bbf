import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import type { ServerKind } from './servers.ts'

export type Measured = { readonly perSecond: number; readonly p99: number; readonly failed: number }

export type Load = {
  readonly url: string
  readonly path: string
  readonly method?: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  /** A body of its own for every request. */
  readonly body?: () => string
}

const seconds = 5
const connections = 32

/** Loads one address of this machine for a few seconds. */
export async function autocannonOf({ url, path, method = 'GET', headers, body }: Load): Promise<Measured> {
  const result = await autocannon({
    url: url + path,
    connections,
    duration: seconds,
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

/** Runs a server as a process of its own while `work` uses it. */
export async function withServer<T>(kind: ServerKind, work: (url: string) => Promise<T>): Promise<T> {
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
    return await work(String(url))
  } finally {
    if (child.connected) child.send('stop')
    await left
  }
}
