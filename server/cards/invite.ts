import { and, eq, isNull } from 'drizzle-orm'
import { mostCards, statusAt, type Parsed, type Problem } from '#surveys'
import type { Actor } from '../actor.ts'
import { note } from '../audit-log.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { cardBatches } from '../database/schema.ts'
import { hashOfLinkSecret, newLinkSecret } from '../link-secret.ts'
import { shortIdLength } from './batches.ts'

export type Invitation = {
  readonly partner: string
  /** Cards to hand out. */
  readonly size: number
  /** Besides one to the same partner for as many cards that nobody has drawn yet; else its link is renewed. */
  readonly another: boolean
}
export type Invited = {
  readonly batch: string
  /** For the fragment of the link; it is not stored and cannot be shown again. */
  readonly secret: string
  /** Whether an earlier link to the same batch stopped being good. */
  readonly renewed: boolean
}

const longestName = 80

/** Invites a partner to draw and print cards. */
export async function invite(
  db: Db,
  consultation: OpenedConsultation,
  { partner: named, size, another }: Invitation,
  { by, now }: Actor
): Promise<Parsed<Invited>> {
  const partner = named.normalize('NFC').trim()
  const problems = [...checkAccess(consultation, now), ...checkName(partner), ...checkSize(size)]
  if (problems.length > 0) return { ok: false, problems }
  const secret = newLinkSecret()
  const invitation = hashOfLinkSecret(secret)
  if (invitation === undefined) throw new RangeError('a new secret is one')
  return db.transaction(async (tx): Promise<Parsed<Invited>> => {
    const consultationId = consultation.id
    const [before] = another ? [] : await findUndrawn(tx, { consultationId, partner, size })
    const [batch] =
      before === undefined
        ? await tx
            .insert(cardBatches)
            .values({ consultationId, partner, size, invitation })
            .returning({ id: cardBatches.id })
        : await tx
            .update(cardBatches)
            .set({ invitation })
            .where(eq(cardBatches.id, before.id))
            .returning({ id: cardBatches.id })
    if (batch === undefined) throw new RangeError('the batch is not there')
    const renewed = before !== undefined
    const did = renewed ? 'renewed invitation to print cards' : 'invited partner to print cards'
    await note(tx, { by, at: now, did, consultationId, detail: { batch: batch.id, partner, size } })
    return { ok: true, value: { batch: batch.id.slice(0, shortIdLength), secret, renewed } }
  })
}

/** Locked, so that cards which are being drawn meanwhile are not given away twice. */
function findUndrawn(
  tx: Db,
  { consultationId, partner, size }: { consultationId: string; partner: string; size: number }
) {
  return tx
    .select({ id: cardBatches.id })
    .from(cardBatches)
    .where(
      and(
        eq(cardBatches.consultationId, consultationId),
        eq(cardBatches.partner, partner),
        eq(cardBatches.size, size),
        isNull(cardBatches.attestedOn)
      )
    )
    .limit(1)
    .for('update')
}

function checkAccess({ slug, access, schedule }: OpenedConsultation, now: Date): Problem[] {
  if (access !== 'cards') return [{ at: slug, code: 'partner.notCards', params: { slug, access } }]
  return statusAt(schedule, now) === 'closed' ? [{ at: slug, code: 'partner.closed', params: { slug } }] : []
}

function checkName(partner: string): Problem[] {
  return partner !== '' && partner.length <= longestName && !/\p{C}|\p{Zl}|\p{Zp}/u.test(partner)
    ? []
    : [{ at: '--partner', code: 'partner.name', params: { most: longestName } }]
}

function checkSize(size: number): Problem[] {
  return Number.isInteger(size) && size >= 1 && size <= mostCards
    ? []
    : [{ at: '--cards', code: 'partner.size', params: { most: mostCards } }]
}
