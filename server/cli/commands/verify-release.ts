import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import { verifyPackages } from '../../verify/verify.ts'
import { readNamed } from '../files.ts'
import { Mistake } from '../mistake.ts'
import { largestFile } from '../../verify/read.ts'
import { verdictLines } from '../verify-words.ts'

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
      console.log(json ? JSON.stringify(verdict, null, 2) : verdictLines(verdict).join('\n'))
      // The list is what was asked for, so it goes where lists go; only the exit code says that something is wrong.
      if (!verdict.ok) throw new Mistake([])
    })
}

function sha256Hex(value: string): string {
  const hash = value.trim().toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new InvalidArgumentError('It has 64 characters, 0 to 9 and a to f.')
  return hash
}
