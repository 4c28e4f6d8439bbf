import type { AnyRelease } from '#analytics'
import { packageFiles } from './files.ts'
import { zipOf } from './zip.ts'

/** All that a release gives, in one file. The same release gives the same bytes. */
export function packageOf(release: AnyRelease): Uint8Array {
  return zipOf(packageFiles(release))
}
