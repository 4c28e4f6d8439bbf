import { statusAt } from '#surveys'
import { isOpened, listConsultations, type OpenedConsultation } from '../consultations/find.ts'
import { drizzle } from 'drizzle-orm/node-postgres'
import * as schema from '../database/schema.ts'
import { StartRefused } from '../database/start-refused.ts'
import { existingSecretIn, type SecretName } from '../keys/secret.ts'
import { fingerprintOf } from '../releases/noise-key.ts'
import { encoded, signingKeysIn } from '../tokens/keys.ts'
import { ok, problem, type Check, type Finding, type Patient } from './check.ts'

/** Every key that something in the database depends on is there, and is the right one. */
export const keyFiles: Check = {
  name: 'keys',
  async look(patient) {
    const opened = (await listConsultations(drizzle(patient.pool, { schema }))).filter(isOpened)
    const found = [
      ...(await noise(patient, opened)),
      ...(await pepper(patient)),
      ...(await tokens(patient, opened))
    ]
    return found.length > 0 ? found : [ok('Every key that the consultations need is there.')]
  }
}

async function noise({ config }: Patient, opened: readonly OpenedConsultation[]): Promise<Finding[]> {
  if (opened.length === 0) return []
  const key = await secretOr(config.keyFolder, 'noise')
  if (!Buffer.isBuffer(key)) return [key]
  const fingerprint = fingerprintOf(key)
  return opened
    .filter(({ keyFingerprint }) => keyFingerprint !== fingerprint)
    .map(({ slug }) =>
      problem(
        `${slug} was opened with another noise key: it cannot be released with this one.`,
        'Bring back the noise.key that was there when it opened.'
      )
    )
}

/** Without the pepper no card that was handed out is known any more. */
async function pepper({ config, pool }: Patient): Promise<Finding[]> {
  const { rowCount } = await pool.query('select from cards limit 1')
  if (rowCount === 0) return []
  const key = await secretOr(config.keyFolder, 'pepper')
  return Buffer.isBuffer(key) ? [] : [key]
}

/** As long as somebody may be let in by it, the key that signs is there, and is the one whose fingerprint was printed. */
async function tokens(
  { config: { keyFolder }, now }: Patient,
  opened: readonly OpenedConsultation[]
): Promise<Finding[]> {
  const signingKeys = signingKeysIn(keyFolder)
  const found = opened.map(async ({ id, slug, access, tokenKey, schedule }): Promise<Finding[]> => {
    if (access === 'open' || statusAt(schedule, now) === 'closed') return []
    const key = await signingKeys(id, access).catch(() => undefined)
    if (key !== undefined && tokenKey?.equals(encoded(key.publicKey))) return []
    const place = `${keyFolder}/tokens/${id}-${access}.pem`
    return [
      problem(
        `${slug}: the key that lets people in is not ${place}.`,
        'Bring back the file: no other will do.'
      )
    ]
  })
  return (await Promise.all(found)).flat()
}

async function secretOr(folder: string, name: SecretName): Promise<Buffer | Finding> {
  try {
    return await existingSecretIn(folder, name)
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error
    return problem(error.message, 'Nothing can replace it: look in every copy of the folder of keys.')
  }
}
