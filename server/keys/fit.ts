import { statusAt } from '#surveys'
import { isOpened, listConsultations } from '../consultations/find.ts'
import type { Connections } from '../database/client.ts'
import { StartRefused } from '../database/start-refused.ts'
import { existingNoiseKey, fingerprintOf } from '../releases/noise-key.ts'
import { existingSecretIn } from './secret.ts'

/**
 * Sees that the folder of keys is the one this database was used with. A server beside another folder would make new keys
 * there and seal answers to them: nobody notices until the questions close, or until the folder is gone. Only what may
 * still take answers counts: where a key is lost for good, closing it lets the server show results again.
 *
 * @throws StartRefused when it is not; no key has been made by then
 */
export async function checkKeysFit({ db, pool }: Connections, keyFolder: string, now: Date): Promise<void> {
  const taking = (await listConsultations(db))
    .filter(isOpened)
    .filter(({ schedule }) => statusAt(schedule, now) !== 'closed')
  if (taking.length === 0) return
  const fingerprint = fingerprintOf(await existingNoiseKey(keyFolder))
  // One that was brought along from elsewhere is no reason to keep all others from being answered.
  if (!taking.some(({ keyFingerprint }) => keyFingerprint === fingerprint)) {
    throw new StartRefused(
      `The keys in ${keyFolder} are not those that this database was used with.`,
      'Set EARSHOT_KEYS to the folder of its keys.'
    )
  }
  const { rowCount } = await pool.query('select from cards limit 1')
  if (rowCount !== 0) await existingSecretIn(keyFolder, 'pepper')
}
