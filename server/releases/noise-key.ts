import { createHash, createHmac, randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Prf } from '#analytics'
import { StartRefused } from '../database/start-refused.ts'
import { syncFolder } from '../sync-folder.ts'

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
  return inWords(fileIn(folder), async file => {
    const key = await readKey(file)
    if (key !== undefined) return key
    await makeKey(file)
    return (await readKey(file)) ?? refuseMissing(file)
  })
}

/**
 * The same secret where there has to be one already: a release is made with the key its consultation opened with, so a
 * new one could only hide that the right one is somewhere else.
 *
 * @throws StartRefused when there is no such file, or it is not a key or cannot be read
 */
export async function existingNoiseKey(folder: string): Promise<Buffer> {
  return inWords(fileIn(folder), async file => (await readKey(file)) ?? refuseMissing(file))
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

function fileIn(folder: string): string {
  return join(folder, 'noise.key')
}

function refuseMissing(file: string): never {
  throw new StartRefused(
    `There is no key file ${file}.`,
    'Set EARSHOT_KEYS to the folder that the server keeps its key in, or bring the file back from where keys are kept.'
  )
}

async function inWords(file: string, work: (file: string) => Promise<Buffer>): Promise<Buffer> {
  try {
    return await work(file)
  } catch (error) {
    if (error instanceof StartRefused) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartRefused(
      `The key file ${file} cannot be used: ${reason}.`,
      'Check the folder named by EARSHOT_KEYS and who may read it.'
    )
  }
}

/** @returns the key, undefined where there is no file */
async function readKey(file: string): Promise<Buffer | undefined> {
  const text = await readFile(file, 'utf8').catch(unless('ENOENT'))
  if (text === undefined) return undefined
  if (/^[0-9a-f]{64}$/.test(text.trim())) return Buffer.from(text.trim(), 'hex')
  throw new StartRefused(
    `The key file ${file} does not hold a key.`,
    'Bring it back from where keys are kept; a new one would give away the noise of releases made before.'
  )
}

/** Makes the file whole or not at all; where another process made it meanwhile, that one stays. */
async function makeKey(file: string): Promise<void> {
  const folder = dirname(file)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomBytes(8).toString('hex')}`
  try {
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(randomBytes(keyBytes).toString('hex') + '\n')
      // What is drawn from a key that a power cut takes away cannot be drawn again.
      await handle.sync()
    } finally {
      await handle.close()
    }
    await link(draft, file).catch(unless('EEXIST'))
  } finally {
    await rm(draft, { force: true })
  }
  await syncFolder(folder)
}

/** Lets one kind of failure pass, as undefined. */
function unless(code: string): (error: NodeJS.ErrnoException) => undefined {
  return error => {
    if (error.code !== code) throw error
  }
}
