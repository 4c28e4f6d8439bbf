import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { syncFolder } from '../sync-folder.ts'

/** @returns the bytes of a key file, undefined where there is none */
export function readKeyFile(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch(unless('ENOENT'))
}

/**
 * Keeps a key file that only its owner may read: whole or not at all, and past a power cut once this has returned.
 * Where another process kept one under that name meanwhile, that one stays.
 */
export async function keepKeyFile(file: string, bytes: Buffer): Promise<void> {
  const folder = dirname(file)
  const firstMade = await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomBytes(8).toString('hex')}`
  try {
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      // What was done with a key that a power cut takes away cannot be done again.
      await handle.sync()
    } finally {
      await handle.close()
    }
    await link(draft, file).catch(unless('EEXIST'))
  } finally {
    await rm(draft, { force: true })
  }
  await syncFolder(folder)
  if (firstMade !== undefined) await syncAbove(folder, firstMade)
}

/** A folder that is new has its name in the one above it. @param firstMade the highest of those that are new */
async function syncAbove(folder: string, firstMade: string): Promise<void> {
  const above = dirname(folder)
  await syncFolder(above)
  if (resolve(folder) !== resolve(firstMade) && above !== folder) await syncAbove(above, firstMade)
}

/** Lets one kind of failure pass, as undefined. */
function unless(code: string): (error: NodeJS.ErrnoException) => undefined {
  return error => {
    if (error.code !== code) throw error
  }
}
