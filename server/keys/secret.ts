import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { StartRefused } from '../database/start-refused.ts'
import { keepKeyFile, readKeyFile } from './key-file.ts'

const secretBytes = 32

/** What may lie in the folder of the keys as a secret of its own: each is for one purpose. */
export type SecretName = 'noise' | 'pepper' | 'roles'

/**
 * A secret of 32 random bytes in a file of the key folder, outside the database and its backups.
 *
 * Made when it is first wanted; two processes that want it at once get the same one.
 *
 * @throws StartRefused when the file is not a key or cannot be read or made
 */
export async function secretIn(folder: string, name: SecretName): Promise<Buffer> {
  const file = fileOf(folder, name)
  return inWords(file, async () => {
    const found = await read(file)
    if (found !== undefined) return found
    await keepKeyFile(file, Buffer.from(`${randomBytes(secretBytes).toString('hex')}\n`))
    return (await read(file)) ?? refuseMissing(file)
  })
}

/**
 * The same secret where there has to be one already: a new one could only hide that the right one is somewhere else.
 *
 * @throws StartRefused when there is no such file, or it is not a key or cannot be read
 */
export async function existingSecretIn(folder: string, name: SecretName): Promise<Buffer> {
  const file = fileOf(folder, name)
  return inWords(file, async () => (await read(file)) ?? refuseMissing(file))
}

const fileOf = (folder: string, name: SecretName): string => join(folder, `${name}.key`)

function refuseMissing(file: string): never {
  throw new StartRefused(
    `There is no key file ${file}.`,
    'Set EARSHOT_KEYS to the folder that the server keeps its key in, or bring the file back from where keys are kept.'
  )
}

async function inWords(file: string, work: () => Promise<Buffer>): Promise<Buffer> {
  try {
    return await work()
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
async function read(file: string): Promise<Buffer | undefined> {
  const text = (await readKeyFile(file))?.toString('utf8').trim()
  if (text === undefined) return undefined
  if (/^[0-9a-f]{64}$/.test(text)) return Buffer.from(text, 'hex')
  throw new StartRefused(
    `The key file ${file} does not hold a key.`,
    'Bring it back from where keys are kept; a new one would undo what was promised with the old one.'
  )
}
