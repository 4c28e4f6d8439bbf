import { tokenBytes, tokenMessage } from '#surveys/browser'
import type { EntryData } from '../respond/entry-contract.ts'
import { blind, unblind } from './blind-signature.ts'
import { post } from './draft.ts'
import { bytesOf, hexOf, numberOf } from './hex.ts'
import { keepTicket, ticketOf } from './ticket.ts'

/** Undefined where there is nothing to redeem; else how it went, or what the server says is wrong, as a key of `wrong`. */
export type Outcome = 'accepted' | 'offline' | 'otherKey' | 'cannot' | `code.${string}` | undefined

/** A code on its way: whatever breaks off, the very same is asked for again, since nothing else would be answered. */
type Asked = { readonly code: string } & Readonly<Record<'token' | 'blinded' | 'inverse' | 'encoded', string>>

/**
 * Has a code signed for a random token that the server cannot see, and keeps both in this tab.
 *
 * @param scanned     the code; null goes on with the one that is on its way
 * @param fingerprint of the key, as the card has it
 */
export async function redeem(
  data: EntryData,
  scanned: string | null,
  fingerprint: string | null
): Promise<Outcome> {
  const { slug, key, redeem: address } = data
  const place = `asked ${slug}`
  const modulus = BigInt(`0x${key.slice(-522, -10)}`)
  try {
    const kept = sessionStorage.getItem(place)
    let asked: Asked | null = kept && JSON.parse(kept)
    if (scanned !== null && scanned !== asked?.code) {
      // Somebody who is given a key of their own could be told from everybody else.
      if (fingerprint !== (await fingerprintOf(key))) return 'otherKey'
      asked = await newAsked(data, modulus, scanned)
      sessionStorage.setItem(place, JSON.stringify(asked))
    } else if (ticketOf(slug) !== '') return 'accepted'
    if (asked === null) return undefined
    const { code, blinded, token } = asked
    const response = await post(address, String(new URLSearchParams({ code, blinded }))).catch(
      () => undefined
    )
    const text = await response?.text()
    if (response?.status === 422) {
      sessionStorage.removeItem(place)
      return `code.${text?.slice('code.'.length)}`
    }
    if (!response?.ok) return 'offline'
    const signature = unblind(
      modulus,
      { inverse: big(asked.inverse), encoded: big(asked.encoded) },
      big(`${text}`)
    )
    sessionStorage.setItem(place, JSON.stringify({ code }))
    if (signature === undefined) return 'code.token'
    keepTicket(slug, String(new URLSearchParams({ token, signature: written(signature) })))
    return 'accepted'
  } catch {
    // No storage, no cryptography, or numbers that are none.
    return 'cannot'
  }
}

async function newAsked({ consultationId }: EntryData, modulus: bigint, code: string): Promise<Asked> {
  const token = random(tokenBytes)
  let factor = modulus
  while (factor >= modulus) factor = numberOf(random(256))
  const made = await blind(modulus, tokenMessage(consultationId, token), random(48), factor)
  return {
    code,
    token: hexOf(token),
    blinded: written(made.blinded),
    inverse: written(made.inverse),
    encoded: written(made.encoded)
  }
}

/** SHA-256 of a key in base64url, as cards and the public page have it. */
async function fingerprintOf(key: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytesOf(key))
  const base64 = btoa(String.fromCharCode(...new Uint8Array(digest)))
  return base64.replace(/=/g, '').replace(/\+/g, '-').replace(/\//g, '_')
}

const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length))
const big = (hex: string): bigint => BigInt(`0x${hex}`)
const written = (number: bigint): string => number.toString(16).padStart(512, '0')
