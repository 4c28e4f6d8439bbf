import { reopenAny } from '#analytics'
import { packageOf } from '../open-data/package.ts'
import { sha256 } from '../sha256.ts'
import type { PackageOrder } from './job.ts'

/** The package of a stored release. @throws RangeError for a release that does not have its hash */
export function packOf({ body, hash }: PackageOrder): Uint8Array {
  return packageOf(reopenAny({ stored: body, hash, sha256 }))
}
