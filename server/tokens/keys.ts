import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Access } from '../consultations/access.ts'
import type { Db } from '../database/client.ts'
import { tokenKeys } from '../database/schema.ts'
import { keepKeyFile, readKeyFile } from '../keys/key-file.ts'
import { signingKeyOf, type SigningKey } from './blind-signature.ts'

/** What the tokens of a key are for: no token of one purpose passes for one of another. */
export type Purpose = Exclude<Access, 'open'> | 'test'

/**
 * Makes the keys whose signatures let somebody in, in files beside the other keys, and keeps their public halves.
 * Where a file is there already it is the one that is used: an opening that failed has left it.
 */
export async function keepTokenKeys(
  tx: Db,
  keyFolder: string,
  consultationId: string,
  access: Access
): Promise<void> {
  if (access === 'open') return
  for (const purpose of [access, 'test'] as const) {
    const { publicKey } =
      (await find(keyFolder, consultationId, purpose)) ?? (await make(keyFolder, consultationId, purpose))
    await tx.insert(tokenKeys).values({ consultationId, purpose, publicKey: encoded(publicKey) })
  }
}

/** The private keys of a folder, each read once. @throws Error where there is no such file */
export type SigningKeys = (consultationId: string, purpose: Purpose) => Promise<SigningKey>

export function signingKeysIn(keyFolder: string): SigningKeys {
  const read = new Map<string, Promise<SigningKey>>()
  return (consultationId, purpose) => {
    const file = fileOf(keyFolder, consultationId, purpose)
    const known = read.get(file)
    if (known !== undefined) return known
    const reading = find(keyFolder, consultationId, purpose).then(key => {
      if (key === undefined) throw new Error(`there is no key file for the ${purpose} of a consultation`)
      return key
    })
    read.set(file, reading)
    // A folder that is not there yet may be there the next time.
    reading.catch(() => read.delete(file))
    return reading
  }
}

/** A public key as it stands in the database, in pages and behind every fingerprint: DER, SubjectPublicKeyInfo. */
export function encoded(publicKey: KeyObject): Buffer {
  return publicKey.export({ format: 'der', type: 'spki' })
}

const fileOf = (keyFolder: string, consultationId: string, purpose: Purpose): string =>
  join(keyFolder, 'tokens', `${consultationId}-${purpose}.pem`)

async function find(...place: Parameters<typeof fileOf>): Promise<SigningKey | undefined> {
  const pem = await readKeyFile(fileOf(...place))
  return pem && signingKeyOf(createPrivateKey(pem))
}

async function make(...place: Parameters<typeof fileOf>): Promise<SigningKey> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  await keepKeyFile(fileOf(...place), Buffer.from(privateKey.export({ format: 'pem', type: 'pkcs8' })))
  const kept = await find(...place)
  if (kept === undefined) throw new Error('a key file that was just made is not there')
  return kept
}
