import type { CodedResponse } from '../coded-response.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Connections } from '../database/client.ts'
import { batched } from './batches.ts'
import { entrance, type Entering } from './entrance.ts'
import { hashOf } from './resends.ts'
import { formatOf } from './rows.ts'
import { sealer } from './seal.ts'

/** One person's answers on their way in. */
export type Submission = CodedResponse & {
  /** The random 128-bit id that every sending of these answers carries. */
  readonly resend: Buffer
  /** What is used up by coming in, 32 bytes; null where anyone may come in. */
  readonly mark: Buffer | null
}

/**
 * `repeated` is an answer that is stored already: whoever sends again gets the same thanks. `spent` is another one, with a
 * mark that was used before.
 */
export type Admission = 'stored' | 'repeated' | 'spent' | 'paused' | 'closed'

/**
 * Takes answers in. Once it says `stored`, they are sealed and outlive a power cut.
 *
 * @param now decides which sender's key seals them
 */
export type Admit = (
  consultation: OpenedConsultation,
  submission: Submission,
  now: Date
) => Promise<Admission>

/** Answers of one statement. */
const mostTogether = 256

/** The way into the waiting rooms: answers that arrive together are written together, one that comes alone at once. */
export function admission(connections: Connections): Admit {
  const seal = sealer()
  const ways = new Map<string, (entering: Entering) => Promise<Admission>>()

  function wayInto({ id, version }: OpenedConsultation): (entering: Entering) => Promise<Admission> {
    const way = ways.get(id) ?? batched(entrance(connections, seal, { id, version }), mostTogether)
    ways.set(id, way)
    return way
  }

  return (consultation, { packed, remarks, resend, mark }, now) => {
    const content = formatOf(consultation.version).content({ kind: 'answers', packed, remarks })
    return wayInto(consultation)({ content, hash: hashOf(resend, mark), mark, now })
  }
}
