import { Option, type Command } from 'commander'
import { htmlOf } from '../../reports/html.ts'
import { loadViews } from '../../views.ts'
import { writeNamed } from '../files.ts'
import { languageNamed } from '../language.ts'
import { releaseNamed } from '../released.ts'
import { withDatabase } from '../session.ts'
import { releaseNumber } from '../values.ts'

type Options = { language: string; format: 'html'; out: string; release?: number }

export function reportCommand(program: Command): void {
  program
    .command('report')
    .description('write the results of a release as one HTML file')
    .argument('<slug>', 'short name of the consultation')
    .requiredOption('--language <language>', 'language of the report')
    .addOption(new Option('--format <format>', 'html').choices(['html']).makeOptionMandatory())
    .requiredOption('--out <file>', 'where to write')
    .option('--release <n>', 'number of the release (default: the latest)', releaseNumber)
    .action((slug: string, options: Options) =>
      withDatabase(async session => {
        const found = await releaseNamed(session, slug, options.release)
        const { renderer } = await loadViews()
        await writeNamed(
          options.out,
          htmlOf(
            renderer,
            found,
            languageNamed(found.release.consultation, options.language),
            session.config.publicUrl
          )
        )
      })
    )
}
