import { findPrivateKey, keptKeys, placesOf } from '../waiting-room/key-store.ts'
import { ok, problem, warning, type Check, type Finding, type Patient } from './check.ts'

type Row = {
  readonly id: string
  readonly slug: string
  readonly publicKey: Buffer
  /** Whether answers wait under it, or may still come under it. */
  readonly isNeeded: boolean
}

/** What waits can be opened: the private half of each key is there, in both of its places, and no other is. */
export const waitingKeyFiles: Check = {
  name: 'waiting',
  async look(patient) {
    const { rows } = await patient.pool.query<Row>(
      `select k.id, slug, public_key as "publicKey",
        open or exists (select from waiting where key_id = k.id) as "isNeeded"
      from waiting_keys k join consultations c on c.id = consultation_id order by slug, k.id`
    )
    const { keyFolder } = patient.config
    const found = [
      ...(await Promise.all(rows.map(row => findingsOf(keyFolder, row)))).flat(),
      ...(await leftOver(patient, rows))
    ]
    return found.length > 0 ? found : [ok('All that waits can be opened, by keys that lie in two places.')]
  }
}

async function findingsOf(keyFolder: string, { id, slug, publicKey, isNeeded }: Row): Promise<Finding[]> {
  if (!isNeeded) return []
  if ((await findPrivateKey(keyFolder, id, publicKey)) === undefined)
    return [
      problem(
        `Answers to ${slug} wait, or will wait, under the key ${id}, and its private half is not in ${keyFolder}.`,
        'Bring the folder of keys back. Without that file nobody can ever open them.'
      )
    ]
  if ((await placesOf(keyFolder, id)).every(isThere => isThere)) return []
  return [
    problem(
      `The private key ${id} of ${slug} lies in one of its two places only.`,
      `Copy ${id}.key between ${keyFolder}/waiting-room and ${keyFolder}/waiting-room-copy (cp -p).`
    )
  ]
}

/** A private key without its row came back from a copy: it opens what old copies of the database hold. */
async function leftOver({ config: { keyFolder } }: Patient, rows: readonly Row[]): Promise<Finding[]> {
  const known = new Set(rows.map(({ id }) => id))
  return (await keptKeys(keyFolder))
    .filter(id => !known.has(id))
    .map(id =>
      warning(
        `The private key ${id} belongs to nothing in this database: old copies of it could be opened with that.`,
        `If no other database uses this folder: shred -u ${keyFolder}/waiting-room*/${id}.key`
      )
    )
}
