import { createPublicKey } from 'node:crypto'
import { codeLengths, problemAt, readCode, type Parsed } from '#surveys'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { blindSign, maySign } from './blind-signature.ts'
import { cardHash, fingerprintOfCard } from './card-hash.ts'
import { signingKeysIn } from './keys.ts'
import { markOfCode, markOfToken, type Token } from './mark.ts'
import { askingHash, enterRoom, findCard, isInRoom, redeemCard, type Redeemed } from './redeem.ts'
import { roomCodes } from './room-code.ts'
import { wrongCodes } from './wrong-codes.ts'

/** What somebody shows to be let in: a token that a script got for a code, or the code itself as it was typed. */
export type Ticket = { readonly token: Token } | { readonly code: string }

/** Lets in who has a card, or sees the code of the room. What is wrong is said by keys of `errors.json`. */
export type Entrance = {
  /** Signs a blinded message for a code. @returns the signature, for as long as the same message is asked for */
  redeem(consultation: OpenedConsultation, code: string, blinded: Buffer): Promise<Parsed<Buffer>>
  /**
   * Whether a ticket will do, before answers are checked by their author. A card stays unused; a place in a room, whose
   * code is gone in three minutes, is taken.
   *
   * @param resend of the sending that the answers will come with
   * @returns the mark that it will leave; null where anyone may answer
   */
  look(consultation: OpenedConsultation, ticket: Ticket, resend: Buffer): Promise<Parsed<Buffer | null>>
  /** Uses a ticket up for one sending. @returns its mark; null where anyone may answer */
  take(consultation: OpenedConsultation, ticket: Ticket, resend: Buffer): Promise<Parsed<Buffer | null>>
}

export type EntranceOptions = {
  readonly db: Db
  readonly keyFolder: string
  /** The secret `pepper` of the key folder. */
  readonly pepper: Buffer
  readonly clock: () => Date
  /** Lets whoever gave a wrong code wait. */
  readonly wrong?: ReturnType<typeof wrongCodes>
}

export function entranceOf({
  db,
  keyFolder,
  pepper,
  clock,
  wrong = wrongCodes()
}: EntranceOptions): Entrance {
  const signingKeys = signingKeysIn(keyFolder)

  async function said(outcome: Redeemed | 'full'): Promise<Parsed<null>> {
    if (outcome === 'redeemed') return { ok: true, value: null }
    if (outcome === 'unknown' && !(await wrong())) return problemAt('code', 'code.busy')
    return problemAt('code', `code.${outcome}`)
  }

  /** @param use whether a card is used up */
  async function redeemed(
    { id, access }: OpenedConsultation,
    typed: string,
    asking: Parameters<typeof askingHash>[2],
    use: boolean
  ): Promise<Parsed<Buffer>> {
    const code = readCode(typed, access === 'room' ? codeLengths.room : codeLengths.card)
    const redeemedFor = askingHash(pepper, id, asking)
    if (access === 'room') {
      // Who has come in stays in, also when the code on the screen has changed.
      const known = await isInRoom(db, id, redeemedFor)
      if (!known && !code.ok) return code
      const shown = code.ok && roomCodes(pepper, id, clock()).includes(code.value)
      const entered = known || (shown && (await enterRoom(db, id, redeemedFor)))
      const outcome = await said(entered ? 'redeemed' : shown ? 'full' : 'unknown')
      return outcome.ok ? { ok: true, value: redeemedFor } : outcome
    }
    if (!code.ok) return code
    const hash = cardHash(pepper, fingerprintOfCard(id, code.value))
    const outcome = await said(await (use ? redeemCard : findCard)(db, id, hash, redeemedFor))
    return outcome.ok ? { ok: true, value: hash } : outcome
  }

  async function markOf(consultation: OpenedConsultation, token: Token): Promise<Parsed<Buffer>> {
    const { id, tokenKey } = consultation
    const mark =
      tokenKey && markOfToken(id, createPublicKey({ key: tokenKey, format: 'der', type: 'spki' }), token)
    return mark ? { ok: true, value: mark } : problemAt('code', 'code.token')
  }

  async function markLeft(
    consultation: OpenedConsultation,
    ticket: Ticket,
    resend: Buffer,
    use: boolean
  ): Promise<Parsed<Buffer | null>> {
    if (consultation.access === 'open') return { ok: true, value: null }
    if ('token' in ticket) return markOf(consultation, ticket.token)
    const left = await redeemed(consultation, ticket.code, { for: 'sending', bytes: resend }, use)
    return left.ok ? { ok: true, value: markOfCode(pepper, left.value) } : left
  }

  return {
    async redeem(consultation, code, blinded) {
      const { id, access } = consultation
      if (access === 'open') return problemAt('code', 'code.unknown')
      const key = await signingKeys(id, access)
      // Before the card is used up: a browser that reckons wrong has lost nothing.
      if (!maySign(key, blinded)) return problemAt('code', 'code.token')
      const admitted = await redeemed(consultation, code, { for: 'token', bytes: blinded }, true)
      return admitted.ok ? { ok: true, value: blindSign(key, blinded) } : admitted
    },
    look: (consultation, ticket, resend) => markLeft(consultation, ticket, resend, false),
    take: (consultation, ticket, resend) => markLeft(consultation, ticket, resend, true)
  }
}
