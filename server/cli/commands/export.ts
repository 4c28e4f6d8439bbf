import { Option, type Command } from 'commander'
import type { Language } from '#locales'
import { ddiFor } from '../../open-data/ddi.ts'
import { packageOf } from '../../open-data/package.ts'
import { csvOf } from '../../reports/csv.ts'
import { resultsHtmlOf } from '../../reports/results-html.ts'
import type { StoredRelease } from '../../releases/store.ts'
import { loadViews } from '../../views.ts'
import { writeNamed } from '../files.ts'
import { languageNamed } from '../language.ts'
import { releaseNamed } from '../released.ts'
import { withDatabase } from '../session.ts'
import { releaseNumber } from '../values.ts'

type Options = {
  format: 'csv' | 'json' | 'html' | 'package' | 'ddi'
  out: string
  language?: string
  release?: number
  bom?: true
}

export function exportCommand(program: Command): void {
  program
    .command('export')
    .description(
      'write a release as CSV (one printed number a line), as its page of results in one HTML file, as the very JSON that was hashed, as a package with all there is (zip), or its questionnaire as DDI-Codebook XML'
    )
    .argument('<slug>', 'short name of the consultation')
    .addOption(
      new Option('--format <format>', 'csv, html, json, package or ddi')
        .choices(['csv', 'html', 'json', 'package', 'ddi'])
        .makeOptionMandatory()
    )
    .requiredOption('--out <file>', 'where to write')
    .option(
      '--language <language>',
      'language of the texts in CSV and HTML (default: the first of the consultation)'
    )
    .option('--release <n>', 'number of the release (default: the latest)', releaseNumber)
    .option('--bom', 'begin the CSV with a byte order mark, for spreadsheets that want one')
    .action((slug: string, options: Options) =>
      withDatabase(async session => {
        const found = await releaseNamed(session, slug, options.release)
        const language = languageNamed(found.release.consultation, options.language)
        await writeNamed(options.out, await contentOf(found, language, options, session.config.publicUrl))
      })
    )
}

async function contentOf(
  found: StoredRelease,
  language: Language,
  { format, bom = false }: { readonly format: Options['format']; readonly bom?: boolean },
  publicUrl: string | undefined
): Promise<string | Uint8Array> {
  switch (format) {
    case 'json':
      return found.body
    case 'package':
      return packageOf(found.release)
    case 'ddi':
      return ddiFor(found.release, found.hash)
    case 'csv':
      return csvOf(found.release, language, { bom })
    case 'html':
      return resultsHtmlOf((await loadViews()).renderer, found, language, publicUrl)
  }
}
