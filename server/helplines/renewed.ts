import { isDeepStrictEqual } from 'node:util'
import type { Helpline } from './helpline.ts'

/**
 * What becomes of a kept helpline when a file brings it again.
 *
 * A verification is of what stood there then: whoever changes anything that is shown takes it away, unless the file
 * brings a newer one. One of the same day does not count: nobody can tell which of the two texts it was of.
 */
export function renewed(kept: Helpline, brought: Helpline): Helpline {
  if (isNewer(brought.verifiedOn, kept.verifiedOn)) return brought
  const { verifiedOn, verifiedBy } = sayTheSame(kept, brought) ? kept : unverified
  return { ...brought, verifiedOn, verifiedBy }
}

const unverified = { verifiedOn: null, verifiedBy: null } as const

function isNewer(brought: string | null, kept: string | null): boolean {
  return brought !== null && (kept === null || brought > kept)
}

function sayTheSame(one: Helpline, other: Helpline): boolean {
  return isDeepStrictEqual({ ...one, ...unverified }, { ...other, ...unverified })
}
