import { createReadStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Problem } from '#surveys'
import { Mistake } from './mistake.ts'

/** The largest file a command takes, and what is said of a larger one. */
export type FileLimit = { readonly bytes: number; readonly problem: Pick<Problem, 'code' | 'params'> }

/** A file that was named on the command line. @throws Mistake when it cannot be read, or is larger than the limit */
export async function readNamed(path: string, { bytes, problem }: FileLimit): Promise<Buffer> {
  const read = await readUpTo(path, bytes + 1).catch((error: NodeJS.ErrnoException) => {
    throw new Mistake([{ at: path, code: 'file.unreadable', params: { reason: reasonOf(error) } }])
  })
  if (read.length > bytes) throw new Mistake([{ at: path, ...problem }])
  return read
}

/** The first bytes of a file. A pipe does not say how long it is, so sizes are not asked for. */
async function readUpTo(path: string, most: number): Promise<Buffer> {
  return buffer(createReadStream(path, { end: most - 1 }))
}

/** Writes a file, its folder too, and says so. @throws Mistake when it cannot be written */
export async function writeNamed(path: string, content: string | Uint8Array): Promise<void> {
  if (path.trim() === '')
    throw new Mistake([{ at: '--out', code: 'file.unwritable', params: { reason: 'it has no name' } }])
  try {
    await makeFolder(dirname(path))
    await writeFile(path, content)
  } catch (error) {
    throw new Mistake([{ at: path, code: 'file.unwritable', params: { reason: reasonOf(error) } }])
  }
  console.log(`Written: ${path} (${Math.ceil(Buffer.byteLength(content) / 1024)} kB)`)
}

/** With the folders above it. Not by `recursive`, which never ends where nothing can be made, such as in /proc. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolder(dirname(path))
    await mkdir(path)
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'ENOENT':
      return 'there is no such file or folder'
    case 'EACCES':
      return 'you may not open it'
    case 'EISDIR':
      return 'it is a folder'
    default:
      return error instanceof Error ? error.message : String(error)
  }
}
