import { open, readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'

/** A file below the folder of recordings. */
export type MediaFile = { readonly name: string; readonly path: string; readonly bytes: number }

/** Told of what is there and cannot be read. */
export type Trouble = (error: unknown) => void

/** What the system says where there simply is nothing. */
const nothingThere = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'])

/**
 * The file of a name in a folder below `root`; undefined where there is none that can be read, where it is empty, and
 * where a link leads out of `root`. Each name comes from an address and has to be that of one folder or file.
 */
export async function findFile(
  root: string,
  folders: readonly string[],
  name: string,
  trouble: Trouble
): Promise<MediaFile | undefined> {
  try {
    // Where the links lead: this path is served, and not what a link is turned to a moment later.
    const [top, path] = await Promise.all([realpath(root), realpath(join(root, ...folders, name))])
    if (!path.startsWith(top + sep)) return undefined
    const found = await stat(path)
    if (!found.isFile() || found.size === 0) return undefined
    await (await open(path)).close()
    return { name, path, bytes: found.size }
  } catch (error) {
    if (!isNothing(error)) trouble(error)
    return undefined
  }
}

/** The files of a folder below `root` whose names are wanted, in the order of their names. */
export async function listFiles(
  root: string,
  folders: readonly string[],
  isWanted: (name: string) => boolean,
  trouble: Trouble
): Promise<MediaFile[]> {
  const names = await readdir(join(root, ...folders)).catch((error: unknown) => {
    if (!isNothing(error)) trouble(error)
    return []
  })
  const wanted = names.filter(isWanted).sort()
  const files = await Promise.all(wanted.map(name => findFile(root, folders, name, trouble)))
  return files.filter(file => file !== undefined)
}

/** Whether there is a folder whose files can be listed. */
export async function isFolder(path: string): Promise<boolean> {
  return readdir(path).then(
    () => true,
    () => false
  )
}

function isNothing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && nothingThere.has(String(error.code))
}
