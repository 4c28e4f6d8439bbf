import { isLive, verifyChain, verifyRelease, type AnyRelease, type Link } from '#analytics'
import { fileNames } from '../open-data/names.ts'
import { sha256 } from '../sha256.ts'
import { wrongFile, type FileFinding } from './finding.ts'
import { verifyData, verifyDataPackage, verifyRemade, verifySums } from './package.ts'
import { readPackage } from './read.ts'

export type NamedFile = { readonly name: string; readonly bytes: Buffer }

/** What is known of a release that could be read. */
export type About = {
  readonly slug: string
  readonly number: number
  readonly releasedOn: string
  readonly responses: number
  readonly live: boolean
  readonly hash: string
  readonly previous: string | null
  /** What was looked at, in words. */
  readonly checked: readonly string[]
}

export type FileVerdict = {
  readonly name: string
  readonly about?: About
  readonly findings: readonly FileFinding[]
}

export type Verdict = {
  /** Whether nothing is wrong; notes do no harm. */
  readonly ok: boolean
  readonly files: readonly FileVerdict[]
  /** What was found between the releases. */
  readonly chain: readonly FileFinding[]
}

/**
 * Checks packages, or releases by themselves, and the chain between them.
 *
 * @param published  the hash that the one file is to have
 */
export async function verifyPackages(files: readonly NamedFile[], published?: string): Promise<Verdict> {
  const links: Link[] = []
  const verdicts: FileVerdict[] = []
  for (const { name, bytes } of files) {
    const { link, ...verdict } = await verifyOne(name, bytes, published)
    if (link !== undefined) links.push(link)
    verdicts.push(verdict)
  }
  const chain = verifyChain(links)
  const all = [...verdicts.flatMap(({ findings }) => findings), ...chain]
  return { ok: all.every(({ weight }) => weight !== 'wrong'), files: verdicts, chain }
}

async function verifyOne(
  name: string,
  bytes: Buffer,
  published: string | undefined
): Promise<FileVerdict & { readonly link?: Link }> {
  const read = await readPackage(bytes)
  if (read.kind === 'unreadable')
    return { name, findings: [wrongFile(read.trouble, read.name === '' ? name : read.name)] }
  const files = read.kind === 'package' ? read.files : undefined
  const text = read.kind === 'package' ? read.files.get(fileNames.release)?.toString() : read.text
  if (text === undefined) return { name, findings: [wrongFile('noRelease', name)] }
  const { release, hash, findings } = verifyRelease(text, sha256)
  const found: FileFinding[] = [
    ...(published === undefined || published === hash
      ? []
      : [wrongFile('otherHash', name, { hash, published })]),
    ...(files === undefined ? [] : verifySums(files)),
    ...findings,
    ...(files === undefined || release === undefined
      ? []
      : [...verifyDataPackage(files), ...verifyData(release, files), ...verifyRemade(release, files)])
  ]
  if (release === undefined) return { name, findings: found }
  return { name, findings: found, about: aboutOf(release, hash, files), link: { hash, release } }
}

function aboutOf(release: AnyRelease, hash: string, files: ReadonlyMap<string, Buffer> | undefined): About {
  const { consultation, number, releasedOn, responses, previous, tables } = release
  return {
    slug: consultation.slug,
    number,
    releasedOn,
    responses,
    live: isLive(release),
    hash,
    previous,
    checked: [
      ...(files === undefined ? [] : [`${files.size} files`]),
      `${tables.length} tables`,
      ...(files === undefined ? [] : [`data in ${consultation.languages.join(', ')}`])
    ]
  }
}
