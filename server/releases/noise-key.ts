import { createHash, createHmac, randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Prf } from '#analytics'
import { StartRefused } from '../database/start-refused.ts'

const keyBytes = 32

/**
 * The secret from which the noise of all releases is drawn. It lies outside the database and its backups: whoever
 * has it and the answers could take the noise off again.
 *
 * Made when it is first wanted; two processes that want it at once get the same one.
 *
 * @throws StartRefused when the file is not a key or cannot be read or made
 */
export async function noiseKey(folder: string): Promise<Buffer> {
  const file = join(folder, 'noise.key')
  try {
    return await existingKey(file, (await makeKey(file)) ? 0 : 5)
  } catch (error) {
    if (error instanceof StartRefused) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartRefused(
      `The key file ${file} cannot be used: ${reason}.`,
      'Check the folder named by EARSHOT_KEYS and who may read it.'
    )
  }
}

/** SHA-256 of a key, by which a consultation remembers which one its noise is drawn from. */
export function fingerprintOf(key: Buffer): string {
  return createHash('sha256').update('earshot noise key').update(key).digest('hex')
}

/** The pseudo-random function of one consultation: HMAC-SHA-256, its first 53 bits as a fraction in [0, 1). */
export function prfOf(key: Buffer, consultationId: string): Prf {
  const own = createHmac('sha256', key).update(consultationId).digest()
  return message => {
    const digest = createHmac('sha256', own).update(JSON.stringify(message)).digest()
    return Number(digest.readBigUInt64BE() >> 11n) / 2 ** 53
  }
}

/** @returns whether this call made the file; false when it was there */
async function makeKey(file: string): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined
    throw error
  })
  if (handle === undefined) return false
  try {
    await handle.writeFile(randomBytes(keyBytes).toString('hex') + '\n')
    // What is drawn from a key that a power cut takes away cannot be drawn again.
    await handle.sync()
  } finally {
    await handle.close()
  }
  await chmod(file, 0o600)
  return true
}

async function existingKey(file: string, patience: number): Promise<Buffer> {
  const text = (await readFile(file, 'utf8')).trim()
  if (/^[0-9a-f]{64}$/.test(text)) return Buffer.from(text, 'hex')
  if (text === '' && patience > 0) {
    // Another process has just made the file and is about to write it.
    await new Promise(resolve => setTimeout(resolve, 100))
    return existingKey(file, patience - 1)
  }
  throw new StartRefused(
    `The key file ${file} does not hold a key.`,
    'Bring it back from where keys are kept; a new one would give away the noise of releases made before.'
  )
}
