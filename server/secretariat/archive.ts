import type { Parsed } from '#surveys'
import { unpack as unpackZip, type Trouble } from '../zip/unpack.ts'

/** What a workbook may cost us. */
export const archiveLimits = {
  packedBytes: 10_000_000,
  unpackedBytes: 50_000_000,
  entries: 2_000,
  ratio: 250,
  ratioFrom: 5_000_000
} as const

const codes: Readonly<Record<Trouble, string>> = {
  damaged: 'workbook.damaged',
  encrypted: 'workbook.encrypted',
  unpacksTooBig: 'workbook.unpacksTooBig',
  doubledName: 'workbook.damaged',
  strangeName: 'workbook.damaged'
}

/** Unpacks the wanted files of a workbook by their paths. Problems are `workbook.*`. */
export async function unpack(
  bytes: Buffer,
  isWanted: (path: string) => boolean
): Promise<Parsed<ReadonlyMap<string, Buffer>>> {
  const unpacked = await unpackZip(bytes, path => (isPath(path) ? isWanted(path) : 'strange'), archiveLimits)
  if (unpacked.ok) return { ok: true, value: unpacked.files }
  const megabytes = archiveLimits.unpackedBytes / 1_000_000
  const params = unpacked.trouble === 'unpacksTooBig' ? { params: { megabytes } } : {}
  return { ok: false, problems: [{ at: 'workbook', code: codes[unpacked.trouble], ...params }] }
}

/** Relative, and not out of its folder. */
function isPath(path: string): boolean {
  return !/^([a-zA-Z]:|\/)|\\/.test(path) && !path.split('/').includes('..')
}
