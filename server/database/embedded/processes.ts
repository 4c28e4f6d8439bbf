import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A process that cannot be mistaken for a later one with the same number; `born` is '' where nobody tells. */
export type ProcessMark = { readonly pid: number; readonly born: string }

/** The mark of a running process. */
export async function markOf(pid: number): Promise<ProcessMark> {
  return { pid, born: (await bornOf(pid)) ?? '' }
}

/** Whether the very process that bears this mark still runs. */
export async function isRunning(mark: ProcessMark): Promise<boolean> {
  if (!hasProcess(mark.pid)) return false
  const born = await bornOf(mark.pid)
  return born === undefined || mark.born === '' || born === mark.born
}

/** Whether any process has this number; another user's process counts. */
export function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Whether a process works in a folder, as each process of a PostgreSQL server works in its cluster; undefined where
 * the system does not tell us about this process.
 */
export async function worksIn(pid: number, folder: string): Promise<boolean | undefined> {
  if (process.platform !== 'linux') return (await ask('command=', pid))?.includes(folder)
  try {
    const [theirs, ours] = await Promise.all([stat(`/proc/${pid}/cwd`), stat(folder)])
    return theirs.dev === ours.dev && theirs.ino === ours.ino
  } catch (error) {
    // A process that has ended, and waits to be noticed, works nowhere.
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? false : undefined
  }
}

/** Changes with every start of a process and with every start of the machine. */
async function bornOf(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return await ask('lstart=', pid)
  const [stat, boot] = await Promise.all([
    readOrUndefined(`/proc/${pid}/stat`),
    readOrUndefined('/proc/sys/kernel/random/boot_id')
  ])
  // The name stands in brackets and may hold spaces; the start time is the 20th field behind it: proc(5).
  const ticks = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  return ticks === undefined ? undefined : `${boot?.trim() ?? ''} ${ticks}`
}

async function ask(what: string, pid: number): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined
  try {
    const { stdout } = await run('ps', ['-o', what, '-p', String(pid)], {
      env: { PATH: '/bin:/usr/bin', LC_ALL: 'C' }
    })
    return stdout.trim()
  } catch {
    return undefined
  }
}

async function readOrUndefined(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    return undefined
  }
}
