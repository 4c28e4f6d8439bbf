import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import { verifyPackages, type Verdict } from '../../verify/verify.ts'
import { readNamed } from '../files.ts'
import { Mistake } from '../mistake.ts'
import { largestFile } from '../../verify/read.ts'
import { findingLines } from '../verify-words.ts'

type Options = { readonly hash?: string; readonly json?: true }

/** Works on files alone: whoever has a package and this programme needs nothing else. */
export function verifyReleaseCommand(program: Command): void {
  program
    .command('verify-release')
    .description(
      'check packages or releases: hashes, chain, and every number against the rules stored with it; needs no database and no internet'
    )
    .argument('<file...>', 'package.zip or release.json; several of one consultation are checked as a chain')
    .option('--hash <sha256>', 'the SHA-256 that was published for it; for one file only', sha256Hex)
    .option('--json', 'as JSON')
    .action(async (files: string[], { hash, json }: Options) => {
      if (hash !== undefined && files.length > 1)
        throw new Mistake([{ at: '--hash', code: 'verify.oneFile' }])
      const named = []
      for (const file of files) named.push({ name: file, bytes: await readNamed(file, largestFile) })
      const verdict = await verifyPackages(named, hash)
      console.log(json ? JSON.stringify(verdict, null, 2) : linesOf(verdict).join('\n'))
      // The list is what was asked for, so it goes where lists go; only the exit code says that something is wrong.
      if (!verdict.ok) throw new Mistake([])
    })
}

function linesOf({ ok, files, chain }: Verdict): string[] {
  return [
    ...files.flatMap(({ name, about, findings }) => [
      name,
      ...(about === undefined
        ? []
        : [
            `  release ${about.number} of ${about.slug}, ${about.releasedOn}: ${about.responses} responses${about.live ? ', live' : ''}`,
            `  SHA-256 ${about.hash}`,
            `  before it ${about.previous ?? 'there is none'}`,
            `  checked: ${about.checked.join(', ')}`
          ]),
      ...findings.flatMap(findingLines)
    ]),
    ...(chain.length === 0 ? [] : ['The releases together', ...chain.flatMap(findingLines)]),
    ok
      ? files.length === 1
        ? 'Sound. That it is the one that was published, only its SHA-256 tells: compare it with the page of results, or give it with --hash.'
        : 'Sound, each by itself and all as a chain.'
      : 'NOT SOUND. Take the file anew from where it was published; if it is the same, tell whoever published it.'
  ]
}

function sha256Hex(value: string): string {
  const hash = value.trim().toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new InvalidArgumentError('It has 64 characters, 0 to 9 and a to f.')
  return hash
}
