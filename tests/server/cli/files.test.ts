import { readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readNamed, writeNamed } from '../../../server/cli/files.ts'
import { largestAnswersFile } from '../../../server/secretariat/answers-file.ts'
import { largestWorkbook } from '../../../server/secretariat/workbook.ts'
import { makeFolder } from '../../support/folder.ts'

let folder: Awaited<ReturnType<typeof makeFolder>>
const file = () => join(folder.path, 'named')

beforeAll(async () => {
  folder = await makeFolder()
})
afterAll(() => folder.remove())

/** A file of so many bytes that takes no room on disk. */
async function fileOf(bytes: number): Promise<string> {
  await writeFile(file(), '')
  await truncate(file(), bytes)
  return file()
}

describe('a file named on the command line', () => {
  it.each([
    ['a form', largestWorkbook, /named: The file is larger than 10 MB/],
    ['answers', largestAnswersFile, /named: The file is larger than 50 MB/]
  ])('is refused by its size before three gigabytes of it are read: %s', async (_, limit, words) => {
    const path = await fileOf(3 * 2 ** 30)
    await expect(readNamed(path, limit)).rejects.toThrow(words)
  })

  it('is read whole up to the limit, and not one byte past it', async () => {
    expect(await readNamed(await fileOf(100_000), { ...largestWorkbook, bytes: 100_000 })).toHaveLength(
      100_000
    )
    const path = await fileOf(100_001)
    await expect(readNamed(path, { ...largestWorkbook, bytes: 100_000 })).rejects.toThrow(/larger/)
  })

  it('is said to be missing, or a folder', async () => {
    const nowhere = join(folder.path, 'nowhere')
    await expect(readNamed(nowhere, largestWorkbook)).rejects.toThrow('there is no such file')
    await expect(readNamed(folder.path, largestWorkbook)).rejects.toThrow('it is a folder')
  })
})

describe('a file that is written', () => {
  it('gets the folders it needs', async () => {
    const path = join(folder.path, 'new', 'and', 'newer', 'file.txt')
    await writeNamed(path, 'text')
    await writeNamed(path, 'again')
    expect(await readFile(path, 'utf8')).toBe('again')
  })

  it.each([
    ['where no folder can be made', '/proc/nope/deep/x.html'],
    ['below a file', 'BELOW'],
    ['without a name', ' ']
  ])('is refused with a reason %s', async (_, path) => {
    const at = path === 'BELOW' ? join(await fileOf(1), 'x.html') : path
    await expect(writeNamed(at, 'text')).rejects.toThrow(/cannot be written/)
  })
})
