import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withLock } from '../../../server/database/embedded/lock.ts'
import { isRunning, markOf } from '../../../server/database/embedded/processes.ts'
import { makeFolder } from '../../support/folder.ts'

let folder: string
let remove: () => Promise<void>

beforeEach(async () => {
  const made = await makeFolder()
  folder = join(made.path, 'locks')
  remove = made.remove
})

afterEach(() => remove())

describe('the lock', () => {
  it('lets one work at a time, and each in the end', { timeout: 30_000 }, async () => {
    let working = 0
    let most = 0
    const work = async (): Promise<void> => {
      working += 1
      most = Math.max(most, working)
      await sleep(2)
      working -= 1
    }
    await Promise.all(Array.from({ length: 25 }, () => withLock(folder, work)))
    expect(most).toBe(1)
  })

  it('is free again when the work fails', async () => {
    await expect(withLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await withLock(folder, () => Promise.resolve('done'))).toBe('done')
  })

  it('keeps its folder small', { timeout: 30_000 }, async () => {
    for (let turn = 0; turn < 30; turn += 1) await withLock(folder, () => Promise.resolve())
    expect((await readdir(folder)).length).toBeLessThan(12)
  })

  it.each([
    ['a process that is no more', JSON.stringify({ pid: 2 ** 22 + 1, born: '' })],
    [
      'an older process with the number of a living one',
      JSON.stringify({ pid: process.pid, born: 'long ago' })
    ],
    ['a file cut short', '']
  ])('left behind by %s heals', async (_, text) => {
    await mkdir(folder)
    await writeFile(join(folder, 'lock-7'), text)
    expect(await withLock(folder, () => Promise.resolve('done'))).toBe('done')
  })

  it('of a living process is waited for', async () => {
    const order: string[] = []
    const first = withLock(folder, async () => {
      await sleep(150)
      order.push('first')
    })
    await sleep(50)
    await withLock(folder, () => Promise.resolve(order.push('second')))
    await first
    expect(order).toEqual(['first', 'second'])
  })
})

describe('the mark of a process', () => {
  it('is recognised while that very process runs', async () => {
    const mark = await markOf(process.pid)
    expect(await isRunning(mark)).toBe(true)
    expect(await isRunning({ ...mark, pid: 2 ** 22 + 1 })).toBe(false)
  })
})
