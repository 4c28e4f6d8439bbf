import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Mistake } from './mistake.ts'

/** A file that was named on the command line. @throws Mistake when it cannot be read */
export async function readNamed(path: string): Promise<Buffer> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Mistake([{ at: path, code: 'file.unreadable', params: { reason: reasonOf(error) } }])
  })
}

/** Writes a file, its folder too, and says so. @throws Mistake when it cannot be written */
export async function writeNamed(path: string, content: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  } catch (error) {
    throw new Mistake([{ at: path, code: 'file.unwritable', params: { reason: reasonOf(error) } }])
  }
  console.log(`Written: ${path} (${Math.ceil(Buffer.byteLength(content) / 1024)} kB)`)
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'ENOENT':
      return 'there is no such file'
    case 'EACCES':
      return 'you may not open it'
    case 'EISDIR':
      return 'it is a folder'
    default:
      return error instanceof Error ? error.message : String(error)
  }
}
