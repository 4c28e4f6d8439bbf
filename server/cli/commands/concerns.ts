import type { Command } from 'commander'
import { keepKeyFile, readKeyFile } from '../../keys/key-file.ts'
import { collectConcerns } from '../../safeguarding/collect.ts'
import { concernsFile, readConcerns } from '../../safeguarding/concerns-file.ts'
import { leadKeyFrom, newLeadKey } from '../../safeguarding/lead-key.ts'
import { readNamed } from '../files.ts'
import { Mistake } from '../mistake.ts'
import { openedConsultationNamed, withDatabase } from '../session.ts'

const largestFile = { bytes: 256 * 1024 * 1024, problem: { code: 'concerns.notAFile' } }
const largestKey = { bytes: 64 * 1024, problem: { code: 'concerns.notAKey' } }

export function concernsCommand(program: Command): void {
  const concerns = program
    .command('concerns')
    .description('what the safeguarding lead of a consultation is told, and nobody else can read')

  concerns
    .command('key')
    .description('make the key of a safeguarding lead; on the lead’s own computer')
    .argument('<file>', 'where the private key goes')
    .action(makeKey)

  concerns
    .command('collect')
    .description('take out what waits for the safeguarding lead, every working day')
    .argument('<slug>', 'short name of the consultation')
    .requiredOption('--out <file>', 'a file to hand to the lead; only the lead can read it')
    .action((slug: string, { out }: { out: string }) => collect(slug, out))

  concerns
    .command('read')
    .description('read a file that was collected; on the lead’s own computer, without a database')
    .argument('<file>', 'the file')
    .requiredOption('--key <file>', 'the private key')
    .action((file: string, { key }: { key: string }) => read(file, key))
}

async function makeKey(file: string): Promise<void> {
  if ((await readKeyFile(file)) !== undefined) throw new Mistake([{ at: file, code: 'concerns.exists' }])
  const { pem, text } = newLeadKey()
  await keepKeyFile(file, Buffer.from(pem))
  console.log(`The private key is in ${file}. Keep it, and a copy in a second place; give it to nobody.`)
  console.log('This line belongs in the file for “earshot open … --assurances”:')
  console.log(`  safeguarding-key: ${text}`)
}

async function collect(slug: string, out: string): Promise<void> {
  await withDatabase(async session => {
    const consultation = await openedConsultationNamed(session, slug)
    if (consultation.assurances?.safeguardingKey === undefined)
      throw new Mistake([{ at: slug, code: 'concerns.noKey', params: { slug } }])
    if ((await readKeyFile(out)) !== undefined) throw new Mistake([{ at: out, code: 'concerns.exists' }])
    const keep = async (rows: readonly Buffer[]) => {
      const bytes = Buffer.from(concernsFile(slug, rows))
      await keepKeyFile(out, bytes)
      // Somebody else's file of that name stays, and what is not kept must not go.
      if ((await readKeyFile(out))?.equals(bytes) !== true)
        throw new Mistake([{ at: out, code: 'concerns.exists' }])
    }
    const count = await collectConcerns(session.secretariat, consultation, keep, session)
    console.log(
      count === 0
        ? 'Nothing waits. What comes in today is looked at in the night.'
        : `${count} rows are in ${out}. Most of them are empty; only the lead can tell. Hand the file over today.`
    )
  })
}

async function read(file: string, keyFile: string): Promise<void> {
  const key = leadKeyFrom((await readNamed(keyFile, largestKey)).toString('utf8'))
  if (key === undefined) throw new Mistake([{ at: keyFile, code: 'concerns.notAKey' }])
  const found = readConcerns((await readNamed(file, largestFile)).toString('utf8'), key)
  if (found.outcome !== 'read') throw new Mistake([{ at: file, code: `concerns.${found.outcome}` }])
  const { consultation, concerns } = found
  console.log(`${consultation}: ${concerns.length} with signs of harm. Who wrote them nobody can find out.`)
  for (const { language, texts } of concerns) {
    console.log(`\n(${language})`)
    for (const text of texts) console.log(text.replace(/^/gm, '  '))
  }
}
