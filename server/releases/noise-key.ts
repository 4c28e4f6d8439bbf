import { createHash, createHmac } from 'node:crypto'
import type { Prf } from '#analytics'
import { existingSecretIn, secretIn } from '../keys/secret.ts'

/**
 * The secret from which the noise of all releases is drawn: whoever has it and the answers could take the noise off
 * again. See `secretIn`.
 */
export const noiseKey = (folder: string): Promise<Buffer> => secretIn(folder, 'noise')

/** The same where there has to be one already: a release is made with the key its consultation opened with. */
export const existingNoiseKey = (folder: string): Promise<Buffer> => existingSecretIn(folder, 'noise')

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
