import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartRefused } from '../start-refused.ts'
import { isRunning, markOf } from './processes.ts'
import type { ProcessMark } from './processes.ts'

const patience = 300_000

/**
 * Does the work while no other process does work under the same lock folder.
 *
 * The folder holds numbered files; the highest says who holds the lock. A dead or departed holder is succeeded by
 * creating the next number, which only one process can do: nobody ever deletes a lock that might be alive, so a
 * lock left by a killed process heals without a moment in which two hold it.
 *
 * @throws StartRefused when another process keeps the lock for five minutes
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true })
  const number = await acquire(folder)
  try {
    return await work()
  } finally {
    await put(folder, 'free', path => rename(path, fileOf(folder, number)))
  }
}

async function acquire(folder: string): Promise<number> {
  const mine = JSON.stringify(await markOf(process.pid))
  const until = Date.now() + patience
  for (;;) {
    const last = await lastNumber(folder)
    const holder = await holderOf(folder, last)
    if (holder === undefined) {
      if (await put(folder, mine, path => claim(path, fileOf(folder, last + 1)))) {
        // Another may have gone several numbers ahead while this process slept between looking and claiming.
        if ((await lastNumber(folder)) === last + 1) {
          await forgetOld(folder, last + 1)
          return last + 1
        }
        await rm(fileOf(folder, last + 1), { force: true })
      }
    } else if (Date.now() > until) {
      throw new StartRefused(
        `Process ${holder.pid} has been starting or stopping the database in ${folder} for five minutes.`,
        'End that process, or wait, and start again.'
      )
    }
    await sleep(20)
  }
}

/** The live holder of a number; undefined when it is free or its holder is dead. */
async function holderOf(folder: string, number: number): Promise<ProcessMark | undefined> {
  if (number === 0) return undefined
  const mark = parseMark(await readFile(fileOf(folder, number), 'utf8').catch(emptyWhereMissing))
  return mark !== undefined && (await isRunning(mark)) ? mark : undefined
}

function parseMark(text: string): ProcessMark | undefined {
  if (!text.startsWith('{')) return undefined
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || !('pid' in value) || !('born' in value)) return undefined
  return typeof value.pid === 'number' && typeof value.born === 'string'
    ? { pid: value.pid, born: value.born }
    : undefined
}

/** Another process has gone on and tidied up; a file we may not read is no free lock. */
function emptyWhereMissing(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
  throw error
}

async function lastNumber(folder: string): Promise<number> {
  const numbers = (await readdir(folder)).map(numberOf)
  return Math.max(0, ...numbers)
}

/** Some way behind, so that a reader who is slow still finds the newest number among those it lists. */
async function forgetOld(folder: string, number: number): Promise<void> {
  const old = (await readdir(folder)).filter(name => numberOf(name) > 0 && numberOf(name) < number - 8)
  await Promise.all(old.map(name => rm(join(folder, name), { force: true })))
}

async function claim(path: string, target: string): Promise<boolean> {
  try {
    await link(path, target)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** A file appears under its name only when its text is complete. */
async function put<T>(folder: string, text: string, place: (path: string) => Promise<T>): Promise<T> {
  const path = join(folder, `draft-${randomUUID()}`)
  await writeFile(path, text, { mode: 0o644 })
  try {
    return await place(path)
  } finally {
    await rm(path, { force: true })
  }
}

const fileOf = (folder: string, number: number): string => join(folder, `lock-${number}`)

const numberOf = (name: string): number => Number(/^lock-(\d+)$/.exec(name)?.[1] ?? 0)
