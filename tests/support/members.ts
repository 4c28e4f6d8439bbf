import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export type Member = {
  readonly pid: number
  /** Resolves with what the member tells under this word, also if it told it before. */
  hear(word: string): Promise<unknown>
  /** Everything told under this word so far. */
  heard(word: string): readonly unknown[]
  write(): void
  close(): Promise<void>
  kill(): Promise<void>
}

/** Starts a process that joins the embedded database of a folder. */
export function startMember(folder: string): Member {
  const child = fork(fileURLToPath(new URL('member.ts', import.meta.url)), [folder], {
    execArgv: ['--import', 'tsx'],
    env: { PATH: process.env['PATH'] }
  })
  const told: Record<string, unknown>[] = []
  child.on('message', message => {
    if (typeof message === 'object' && message !== null) told.push({ ...message })
  })
  const heard = (word: string): unknown[] =>
    told.filter(message => word in message).map(message => message[word])
  const hear = async (word: string): Promise<unknown> => {
    while (heard(word).length === 0) {
      if (child.exitCode !== null || child.signalCode !== null) {
        throw new Error(`the process ended without "${word}": ${JSON.stringify(told.at(-1))}`)
      }
      await sleep(10)
    }
    return heard(word)[0]
  }
  return {
    pid: child.pid ?? 0,
    hear,
    heard,
    write: () => void child.send('write'),
    async close() {
      const exit = once(child, 'exit')
      child.send('close')
      await hear('closed')
      await exit
    },
    async kill() {
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
    }
  }
}

/** The process number of the embedded server in a data folder, or undefined when it was stopped. */
export async function serverPid(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : Number(text.split('\n')[0])
}
