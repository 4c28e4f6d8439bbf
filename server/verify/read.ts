import { unpack, type Trouble } from '../zip/unpack.ts'

const megabytes = 100
/** The largest file that is taken, and what is said of a larger one. */
export const largestFile = {
  bytes: megabytes * 1_000_000,
  problem: { code: 'verify.tooBig', params: { megabytes } }
} as const

/** A package of the largest release there may be unpacks to a third of this. Data of one kind pack well: 40 to one. */
const limits = { unpackedBytes: 500_000_000, entries: 200, ratio: 500, ratioFrom: 20_000_000 }

/** What was in a file: the files of a package, or a release by itself. */
export type Read =
  | { readonly kind: 'package'; readonly files: ReadonlyMap<string, Buffer> }
  | { readonly kind: 'release'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly trouble: Trouble | 'empty'; readonly name: string }

/** Reads a package, or a release by itself, whichever it is. Never throws for what is in the file. */
export async function readPackage(bytes: Buffer): Promise<Read> {
  if (bytes.length === 0) return { kind: 'unreadable', trouble: 'empty', name: '' }
  // Every archive begins like this; JSON cannot.
  if (!bytes.subarray(0, 2).equals(Buffer.from('PK'))) return { kind: 'release', text: bytes.toString() }
  // A package has no folders, and its names are plain: anything else was not made by Earshot.
  const unpacked = await unpack(
    bytes,
    name => (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name) ? true : 'strange'),
    limits
  )
  if (unpacked.ok) return { kind: 'package', files: unpacked.files }
  return { kind: 'unreadable', trouble: unpacked.trouble, name: unpacked.name }
}
