import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Config } from './config.ts'

const program = fileURLToPath(new URL('cli/earshot.js', import.meta.url))
const pauseMs = 1000

/**
 * Keeps a pourer running beside the server, as a process of its own: it holds the private keys, and the one that talks to
 * the world does not. One that ends is started again.
 *
 * @returns a function that ends it
 */
export function keepPourer(config: Config): () => Promise<void> {
  let child: ChildProcess | undefined
  let timer: NodeJS.Timeout | undefined
  let left = false

  function start(): void {
    const started = fork(program, ['pourer', '--with-server'], {
      env: { ...process.env, ...environmentOf(config) },
      // Its own folder of imports; nothing of how this process was started.
      execArgv: []
    })
    child = started
    started.once('exit', startAgain)
    // Where there is no room for another process there is no exit either.
    started.on('error', () => {
      if (started.pid === undefined) startAgain()
    })
  }

  function startAgain(): void {
    child = undefined
    if (!left) timer = setTimeout(start, pauseMs)
  }

  start()
  return async () => {
    left = true
    clearTimeout(timer)
    const last = child
    if (last === undefined) return
    // It hears that nobody is at the other end any more, finishes its round and goes.
    last.disconnect()
    await once(last, 'exit')
  }
}

/** What the child has to know of a configuration, in the words of the environment. */
function environmentOf({ databaseUrl, dataFolder, keyFolder }: Config): Record<string, string> {
  return {
    EARSHOT_KEYS: keyFolder,
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    ...(databaseUrl === undefined && dataFolder.explicit && { EARSHOT_DATA: dataFolder.path })
  }
}
