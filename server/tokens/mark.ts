import { createHash, createHmac, type KeyObject } from 'node:crypto'
import { tokenBytes, tokenMessage } from '#surveys'
import { isSigned } from './blind-signature.ts'

/** What a browser that redeemed a code has to show: its own random bytes, and our signature on them. */
export type Token = { readonly bytes: Buffer; readonly signature: Buffer }

/** The mark that a token leaves, so that it lets nobody in twice; undefined where it is none of ours. */
export function markOfToken(consultationId: string, publicKey: KeyObject, token: Token): Buffer | undefined {
  if (token.bytes.length !== tokenBytes) return undefined
  const message = Buffer.from(tokenMessage(consultationId, token.bytes))
  if (!isSigned(publicKey, message, token.signature)) return undefined
  return createHash('sha256').update(message).digest()
}

/** The mark of a code that came together with the answers. @param hash what stands in the database for that code */
export function markOfCode(pepper: Buffer, hash: Buffer): Buffer {
  return createHmac('sha256', pepper).update('mark').update(hash).digest()
}
