import { randomBytes } from 'node:crypto'
import { codeFrom, tokenBytes, tokenMessage } from '#surveys'
import type { OpenedConsultation } from '../../server/consultations/find.ts'
import { cardBatches, cards, rooms } from '../../server/database/schema.ts'
import { secretIn } from '../../server/keys/secret.ts'
import { cardHash, fingerprintOfCard } from '../../server/tokens/card-hash.ts'
import { fingerprintOfKey } from '../../server/tokens/key-fingerprint.ts'
import { blind, unblind } from '../../views/browser/blind-signature.ts'
import { formBody, formHeaders, type House } from './house.ts'

/** Prints cards: what a partner's browser draws, and what the server stores of it. @returns their codes */
export async function printCards(
  house: House,
  { id }: OpenedConsultation,
  count: number,
  isVoid = false
): Promise<string[]> {
  const { db } = house.database
  const pepper = await secretIn(house.keyFolder, 'pepper')
  const codes = Array.from({ length: count }, () => codeFrom(randomBytes(11)))
  const [batch] = await db
    .insert(cardBatches)
    .values({ consultationId: id, partner: 'A school', size: count, invitation: randomBytes(32) })
    .returning({ id: cardBatches.id })
  const rows = codes.map(code => ({
    consultationId: id,
    hash: cardHash(pepper, fingerprintOfCard(id, code)),
    batchId: batch!.id,
    void: isVoid
  }))
  await db.insert(cards).values(rows)
  return codes
}

export async function openRoom(house: House, { id }: OpenedConsultation, quota: number): Promise<void> {
  await house.database.db.insert(rooms).values({ consultationId: id, quota, screen: randomBytes(32) })
}

/** What the square on a card leads to. */
export function scanned(consultation: OpenedConsultation, code: string, language = 'en'): string {
  const name = consultation.access === 'room' ? 'r' : 'c'
  return `/${language}/${consultation.slug}#${name}=${code}&k=${fingerprintOfKey(consultation.tokenKey!)}`
}

const number = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
const hex = (value: bigint): string => value.toString(16).padStart(512, '0')

/** A token as a browser makes one, before it is signed. */
export async function newToken({ id, tokenKey }: OpenedConsultation) {
  const modulus = number(tokenKey!.subarray(-261, -5))
  const token = randomBytes(tokenBytes)
  const blinding = await blind(
    modulus,
    tokenMessage(id, token),
    randomBytes(48),
    number(randomBytes(255)) + 1n
  )
  return {
    blinded: hex(blinding.blinded),
    fields: (signed: string) => ({
      token: token.toString('hex'),
      signature: hex(unblind(modulus, blinding, BigInt(`0x${signed}`))!)
    })
  }
}

export function redeem(house: House, { slug }: OpenedConsultation, code: string, blinded: string) {
  return house.app.inject({
    method: 'POST',
    url: `/en/${slug}/redeem`,
    headers: formHeaders,
    payload: formBody({ code, blinded })
  })
}

/** Redeems a code as a browser does. @returns the fields that let its answers in */
export async function tokenFor(house: House, consultation: OpenedConsultation, code: string) {
  const token = await newToken(consultation)
  const reply = await redeem(house, consultation, code, token.blinded)
  if (reply.statusCode !== 200) throw new Error(`not redeemed: ${reply.body}`)
  return token.fields(reply.body)
}

/** Sends the answers of the small consultation, none of them given, with what lets them in. */
export function sendWith(
  house: House,
  { slug }: OpenedConsultation,
  fields: Readonly<Record<string, string>>,
  language = 'en'
) {
  return house.app.inject({
    method: 'POST',
    url: `/${language}/${slug}`,
    headers: formHeaders,
    payload: formBody({
      band: '16_17',
      version: '1',
      stage: 'send',
      resend: randomBytes(16).toString('hex'),
      ...fields
    })
  })
}
