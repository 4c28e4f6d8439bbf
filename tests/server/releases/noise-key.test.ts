import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StartRefused } from '../../../server/database/start-refused.ts'
import { existingNoiseKey, noiseKey } from '../../../server/releases/noise-key.ts'
import { makeFolder } from '../../support/folder.ts'

let folder: Awaited<ReturnType<typeof makeFolder>>
const keys = () => join(folder.path, 'deep', 'keys')

beforeEach(async () => {
  folder = await makeFolder()
})
afterEach(() => folder.remove())

describe('the noise key', () => {
  it('is made when it is first wanted, and stays the same', async () => {
    const key = await noiseKey(keys())
    expect(key).toHaveLength(32)
    expect(await noiseKey(keys())).toEqual(key)
    expect(await existingNoiseKey(keys())).toEqual(key)
  })

  it('is one, whole and alone in its folder, when many want it at once', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => noiseKey(keys())))
    expect(new Set(all.map(key => key.toString('hex'))).size).toBe(1)
    expect(await readdir(keys())).toEqual(['noise.key'])
    expect(await readFile(join(keys(), 'noise.key'), 'utf8')).toBe(`${all[0]?.toString('hex')}\n`)
  })

  it('can be read by nobody else', async () => {
    await noiseKey(keys())
    expect((await stat(join(keys(), 'noise.key'))).mode & 0o077).toBe(0)
  })

  it('is never made for a release: a folder that has none is named, and stays as it was', async () => {
    const missing = existingNoiseKey(keys())
    await expect(missing).rejects.toThrow(StartRefused)
    await expect(missing).rejects.toThrow(/EARSHOT_KEYS/)
    expect(await readdir(folder.path)).toEqual([])
  })

  it.each([
    ['an empty file', ''],
    ['half a key', 'ab'.repeat(16)],
    ['something else', 'not a key']
  ])('is not taken from %s, nor written over it', async (_, content) => {
    const file = join(folder.path, 'noise.key')
    await writeFile(file, content)
    await expect(noiseKey(folder.path)).rejects.toThrow(/does not hold a key/)
    await expect(existingNoiseKey(folder.path)).rejects.toThrow(/does not hold a key/)
    expect(await readFile(file, 'utf8')).toBe(content)
  })

  it('leaves nothing behind where its folder cannot be made', async () => {
    await writeFile(join(folder.path, 'deep'), 'a file')
    await expect(noiseKey(keys())).rejects.toThrow(/cannot be used/)
    expect(await readdir(folder.path)).toEqual(['deep'])
  })
})
