import { basename, extname } from 'node:path'
import type { Command } from 'commander'
import { importXlsform, questionsOf } from '#surveys'
import { checkSlug, keepDraft } from '../../secretariat/drafts.ts'
import { largestWorkbook, readWorkbook } from '../../secretariat/workbook.ts'
import { readNamed } from '../files.ts'
import { linesFor, Mistake, valueOf } from '../mistake.ts'
import { withDatabase } from '../session.ts'

export function importCommand(program: Command): void {
  program
    .command('import')
    .description('take in a questionnaire from an XLSForm (.xlsx); lists what is lost and what is refused')
    .argument('<form>', 'the .xlsx file')
    .requiredOption('--slug <slug>', 'short name of the consultation, as it will stand in addresses')
    .action(async (form: string, { slug }: { slug: string }) => {
      valueOf(checkSlug(slug))
      const sheets = valueOf(await readWorkbook(await readNamed(form, largestWorkbook)))
      const imported = importXlsform(sheets, basename(form, extname(form)))
      if (imported.outcome === 'refused') {
        report('Also found', linesFor(imported.losses))
        console.error(`${basename(form)} is refused because:`)
        throw new Mistake(imported.refusals)
      }
      const kept = await withDatabase(async session =>
        valueOf(await keepDraft(session.secretariat, slug, imported.questionnaire, session))
      )
      const count = questionsOf(imported.questionnaire).length
      console.log(`${kept === 'new' ? 'Imported' : 'Replaced the draft of'} ${slug}: ${count} questions.`)
      if (imported.losses.length === 0) console.log('Nothing was lost.')
      report('Imported with these losses and remarks', linesFor(imported.losses))
      console.log(`Next: earshot check ${slug}`)
    })
}

function report(title: string, lines: readonly string[]): void {
  if (lines.length === 0) return
  console.log(`${title}:`)
  for (const line of lines) console.log(`  ${line}`)
}
