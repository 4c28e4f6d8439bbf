import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { clusterIn } from '../../../server/database/embedded/place.ts'
import { worksIn } from '../../../server/database/embedded/processes.ts'
import { serverPid } from '../../support/members.ts'

const run = promisify(execFile)
const restartMs = 200

/** A program that is started again whenever it ends, as an operator's supervisor would. */
export type Supervised = {
  pid(): number | undefined
  /** What its processes have said on their way, the last of it. */
  said(): string
  /** Ends the last of them. @returns how it ended */
  end(): Promise<number | null>
}

export function supervise(
  words: readonly string[],
  environment: Readonly<Record<string, string>>
): Supervised {
  let child: ChildProcess | undefined
  let timer: NodeJS.Timeout | undefined
  let left = false
  let said = ''

  function start(): void {
    child = spawn(process.execPath, words, { env: { ...bare(), ...environment } })
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', data => (said = `${said}${String(data)}`.slice(-20_000)))
    child.once('exit', () => {
      child = undefined
      if (!left) timer = setTimeout(start, restartMs)
    })
  }

  start()
  return {
    pid: () => child?.pid,
    said: () => said,
    async end() {
      left = true
      clearTimeout(timer)
      const last = child
      if (last === undefined) return null
      last.kill('SIGTERM')
      await once(last, 'exit')
      return last.exitCode
    }
  }
}

/** Nothing of how the tests were started. */
function bare(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'] }
}

/** A file of the repository. */
export const fileOf = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

/** The pourer that a server keeps. */
export async function pourerOf(server: number | undefined): Promise<number[]> {
  return server === undefined ? [] : childrenOf(server, 'earshot.js pourer')
}

/** The process of the embedded database that accepts connections, and after it those that serve them. */
export async function databaseIn(home: string): Promise<number[]> {
  const pid = await serverPid(home)
  // A file that a killed one left behind may name a process of somebody else by now.
  if (pid === undefined || (await worksIn(pid, clusterIn(home))) !== true) return []
  return [pid, ...(await childrenOf(pid))]
}

async function childrenOf(pid: number, words?: string): Promise<number[]> {
  const asked = ['-P', String(pid), ...(words === undefined ? [] : ['-f', words])]
  const { stdout } = await run('pgrep', asked).catch(() => ({ stdout: '' }))
  return stdout.split('\n').filter(Boolean).map(Number)
}

/** kill -9, of processes that may be gone. @returns whether any was there */
export function killAtOnce(pids: readonly number[]): boolean {
  const killed = pids.map(pid => {
    try {
      return process.kill(pid, 'SIGKILL')
    } catch {
      return false
    }
  })
  return killed.includes(true)
}
