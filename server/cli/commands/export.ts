import { Option, type Command } from 'commander'
import { csvOf } from '../../reports/csv.ts'
import { writeNamed } from '../files.ts'
import { languageNamed } from '../language.ts'
import { releaseNamed } from '../released.ts'
import { withDatabase } from '../session.ts'
import { releaseNumber } from '../values.ts'

type Options = { format: 'csv' | 'json'; out: string; language?: string; release?: number; bom?: true }

export function exportCommand(program: Command): void {
  program
    .command('export')
    .description('write a release as CSV (one printed number a line) or as the very JSON that was hashed')
    .argument('<slug>', 'short name of the consultation')
    .addOption(new Option('--format <format>', 'csv or json').choices(['csv', 'json']).makeOptionMandatory())
    .requiredOption('--out <file>', 'where to write')
    .option(
      '--language <language>',
      'language of the texts in the CSV (default: the first of the consultation)'
    )
    .option('--release <n>', 'number of the release (default: the latest)', releaseNumber)
    .option('--bom', 'begin the CSV with a byte order mark, for spreadsheets that want one')
    .action((slug: string, options: Options) =>
      withDatabase(async session => {
        const found = await releaseNamed(session, slug, options.release)
        const language = languageNamed(found.release.consultation, options.language)
        const content =
          options.format === 'json'
            ? found.body
            : csvOf(found.release, language, { bom: options.bom ?? false })
        await writeNamed(options.out, content)
      })
    )
}
