import { attestingRoles, cardsPrinted, mostCards, type AttestingRole } from '#surveys'
import { refused } from '../errors.ts'
import { cardHashBytes } from '../tokens/card-hash.ts'

/** What a partner's browser sends once it has drawn the cards. */
export type DrawnForm = {
  readonly attestedAs: AttestingRole
  readonly fingerprints: readonly Buffer[]
}

/** The secret of the link, which stands in the body and never in an address. */
export function secretIn(body: unknown): string | null {
  return body instanceof URLSearchParams ? body.get('secret') : null
}

/** @throws Refused for what no page of ours can have sent */
export function readDrawn(body: unknown): DrawnForm {
  if (!(body instanceof URLSearchParams)) throw refused.unreadable('not a form')
  const attestedAs = attestingRoles.find(role => role === body.get('role'))
  if (attestedAs === undefined) throw refused.unreadable('no role')
  if (body.get('permissions') !== 'yes') throw refused.unreadable('permissions not attested')
  return { attestedAs, fingerprints: fingerprintsIn(body.get('cards') ?? '') }
}

/** Hashes one after the other, in base64url. */
function fingerprintsIn(text: string): Buffer[] {
  const bytes = Buffer.from(text, 'base64url')
  const count = bytes.length / cardHashBytes
  if (!Number.isInteger(count) || bytes.toString('base64url') !== text)
    throw refused.unreadable('no hashes of cards')
  if (count < 1 || count > cardsPrinted(mostCards)) throw refused.unreadable('too many cards, or none')
  return Array.from({ length: count }, (_, at) =>
    bytes.subarray(at * cardHashBytes, (at + 1) * cardHashBytes)
  )
}
