import type { Command } from 'commander'
import { removeRemarks } from '../../secretariat/remove-remarks.ts'
import { readNamed } from '../files.ts'
import { valueOf } from '../mistake.ts'
import { openedConsultationNamed, withDatabase } from '../session.ts'

const largest = { bytes: 64 * 1024, problem: { code: 'remarks.tooLong' } }

export function remarksCommand(program: Command): void {
  program
    .command('remarks')
    .description('what was written in own words')
    .command('remove')
    .description('remove a text that somebody quotes who wants it gone')
    .argument('<slug>', 'short name of the consultation')
    .requiredOption(
      '--quoted <file>',
      'file with the quotation, whole or a longer part; never on the command line itself'
    )
    .action((slug: string, { quoted }: { quoted: string }) =>
      withDatabase(async session => {
        const consultation = await openedConsultationNamed(session, slug)
        const quotation = (await readNamed(quoted, largest)).toString('utf8')
        const removed = valueOf(await removeRemarks(session.pourer.db, consultation, quotation, session))
        console.log(
          removed === 1 ? 'The text is removed.' : `${removed} texts that hold the quotation are removed.`
        )
        console.log(
          `Delete ${quoted} too. Copies of the database hold the text until they are deleted, 35 days at most.`
        )
      })
    )
}
