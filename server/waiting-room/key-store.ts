import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  type KeyObject
} from 'node:crypto'
import { open, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { keepKeyFile, readKeyFile } from '../keys/key-file.ts'
import { syncFolder } from '../sync-folder.ts'
import { rawPublicKey } from './x25519.ts'

/** Two places, so that one broken file loses nothing that was acknowledged. */
const places = ['waiting-room', 'waiting-room-copy'] as const

/**
 * Makes the key pair of a waiting room and keeps its private half in two files, both past a power cut once this has
 * returned: only then may its public half be used.
 *
 * @param id names the files; the id of the row of the public half
 * @returns the public half, 32 bytes
 */
export async function makeWaitingKey(keyFolder: string, id: string): Promise<Buffer> {
  const { privateKey, publicKey } = generateKeyPairSync('x25519')
  const bytes = privateKey.export({ format: 'der', type: 'pkcs8' })
  for (const file of filesOf(keyFolder, id)) await keepKeyFile(file, bytes)
  bytes.fill(0)
  return rawPublicKey(publicKey)
}

/**
 * The private half, from whichever place still has it; undefined where it is gone.
 *
 * @param publicKey the half that the database holds: a file that belongs to another is no key of this one
 */
export async function findPrivateKey(
  keyFolder: string,
  id: string,
  publicKey: Buffer
): Promise<KeyObject | undefined> {
  for (const file of filesOf(keyFolder, id)) {
    const bytes = await readKeyFile(file)
    const key = bytes && readPrivate(bytes)
    if (key !== undefined && rawPublicKey(createPublicKey(key)).equals(publicKey)) return key
  }
  return undefined
}

/** Whether each place has the private half. */
export async function placesOf(keyFolder: string, id: string): Promise<readonly boolean[]> {
  return Promise.all(filesOf(keyFolder, id).map(async file => (await readKeyFile(file)) !== undefined))
}

/**
 * Destroys the private half: overwritten, synced, removed. What a disk or a snapshot of it keeps below the file system
 * is beyond the reach of any program; see docs/threat-model.md.
 */
export async function destroyWaitingKey(keyFolder: string, id: string): Promise<void> {
  for (const file of filesOf(keyFolder, id)) {
    // Another process may be at it as well.
    const handle = await open(file, 'r+').catch(unlessMissing)
    if (handle === undefined) continue
    try {
      const { size } = await handle.stat()
      await handle.write(randomBytes(size), 0, size, 0)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rm(file, { force: true })
    await syncFolder(dirname(file))
  }
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

/** Ids of the keys that have a file in the first place. */
export async function keptKeys(keyFolder: string): Promise<string[]> {
  const names = await readdir(join(keyFolder, places[0])).catch(() => [])
  return names.filter(name => name.endsWith('.key')).map(name => name.slice(0, -'.key'.length))
}

const filesOf = (keyFolder: string, id: string): string[] =>
  places.map(place => join(keyFolder, place, `${id}.key`))

function readPrivate(bytes: Buffer): KeyObject | undefined {
  try {
    return createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' })
  } catch {
    return undefined
  }
}
