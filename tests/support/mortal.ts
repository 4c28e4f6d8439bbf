import fileSystem from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import type { Socket } from 'node:net'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Db } from '../../server/database/client.ts'
import * as schema from '../../server/database/schema.ts'

/** Where a run ends: at so many steps, before the step is done or after it, when nobody has heard of it yet. */
export type Death = { readonly step: number; readonly done: boolean }

/** Whether a run came to its end, and how many steps it took. */
export type Run = { readonly survived: boolean; readonly steps: number }

type Step = <T>(act: () => Promise<T>) => Promise<T>

/**
 * Runs something as a process would that is killed at a step: from there on nothing more of it happens, no `catch` and no
 * `finally` included, and its connections are gone. A step is a statement, or an operation on a file of the key folder.
 *
 * @param death undefined: it is not killed
 */
export async function runUntil(
  { url, keyFolder }: { readonly url: string; readonly keyFolder: string },
  death: Death | undefined,
  work: (db: Db, pool: pg.Pool) => Promise<unknown>
): Promise<Run> {
  let steps = 0
  let isDead = false
  let tellDeath = (): void => undefined
  const dying = new Promise<void>(resolve => (tellDeath = resolve))

  function die(): Promise<never> {
    isDead = true
    tellDeath()
    return new Promise(() => undefined)
  }

  const step: Step = async act => {
    if (isDead) return die()
    steps += 1
    const isLast = steps === death?.step
    if (isLast && !death?.done) return die()
    try {
      const result = await act()
      return isLast || isDead ? await die() : result
    } catch (error) {
      if (isLast || isDead) return await die()
      throw error
    }
  }

  const pool = poolInSteps(url, step)
  const giveFilesBack = takeFiles(keyFolder, step)
  try {
    await Promise.race([work(drizzle(pool, { schema }), pool), dying])
    return { survived: !isDead, steps }
  } finally {
    isDead = true
    giveFilesBack()
    pool.cut()
  }
}

/** Connections whose statements are steps. */
function poolInSteps(url: string, step: Step) {
  const pool = new pg.Pool({ connectionString: url })
  const sockets: Socket[] = []
  pool.on('error', () => undefined)
  pool.on('connect', client => {
    client.on('error', () => undefined)
    sockets.push((client as unknown as { connection: { stream: Socket } }).connection.stream)
    const query = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>
    const inSteps = (...given: unknown[]): unknown => {
      // A stream (COPY) is handed over as it is: dying in the middle of it is dying before the statement after it.
      if (typeof given[0] === 'object' && given[0] !== null && 'submit' in given[0]) return query(...given)
      const callback = given.at(-1)
      if (typeof callback !== 'function') return step(() => query(...given))
      return void step(() => query(...given.slice(0, -1))).then(
        result => callback(null, result) as unknown,
        (error: unknown) => callback(error) as unknown
      )
    }
    client.query = inSteps as typeof client.query
  })
  return Object.assign(pool, {
    cut: () => {
      for (const socket of sockets) socket.destroy()
    }
  })
}

const operations = ['open', 'link', 'mkdir', 'readFile', 'readdir', 'rm'] as const
const ofHandle = ['write', 'writeFile', 'sync', 'close'] as const

/** Has operations on files below a folder be steps. @returns a function that ends that */
function takeFiles(folder: string, step: Step): () => void {
  const own = fileSystem as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>
  const before = new Map(operations.map(name => [name, own[name]]))
  for (const [name, operation] of before) {
    if (operation === undefined) continue
    own[name] = async (...given) => {
      if (!String(given[0]).startsWith(folder)) return operation(...given)
      const result = await step(() => operation(...given))
      if (name === 'open') takeHandle(result as typeof own, step)
      return result
    }
  }
  syncBuiltinESMExports()
  return () => {
    for (const [name, operation] of before) if (operation !== undefined) own[name] = operation
    syncBuiltinESMExports()
  }
}

function takeHandle(handle: Record<string, (...given: unknown[]) => Promise<unknown>>, step: Step): void {
  for (const name of ofHandle) {
    const operation = handle[name]?.bind(handle)
    if (operation !== undefined) handle[name] = (...given) => step(() => operation(...given))
  }
}
