import type { Command } from 'commander'
import { largestAnswersFile } from '../../secretariat/answers-file.ts'
import { importAnswers } from '../../secretariat/answers-import.ts'
import { readNamed } from '../files.ts'
import { languageNamed } from '../language.ts'
import { valueOf } from '../mistake.ts'
import { progressBar } from '../progress.ts'
import { openedConsultationNamed, withDatabase } from '../session.ts'

export function answersCommand(program: Command): void {
  const answers = program.command('answers').description('answers that came on paper, or from earlier waves')
  answers
    .command('import')
    .description('take in a CSV of answers: all of its lines, or none and every bad line listed')
    .argument('<slug>', 'short name of the consultation')
    .argument(
      '<file>',
      'CSV: question names first; then a line a person, option codes, several separated by a space, dk, pns'
    )
    .option(
      '--language <language>',
      'language the answers were given in (default: the first of the consultation)'
    )
    .option('--again', 'take in a file that was taken in before')
    .action((slug: string, file: string, options: { language?: string; again?: true }) =>
      withDatabase(async session => {
        const consultation = await openedConsultationNamed(session, slug)
        const language = languageNamed(consultation, options.language)
        const bytes = await readNamed(file, largestAnswersFile)
        const task = {
          bytes,
          language,
          again: options.again ?? false,
          onProgress: progressBar('Taking in answers')
        }
        const taken = valueOf(await importAnswers(session.pourer.db, consultation, task, session))
        console.log(`Taken in: ${taken.responses} responses.`)
        if (taken.blank > 0)
          console.log(
            `${taken.blank} of them answer nothing; they count as respondents who skipped every question.`
          )
        if (taken.offRoute.size > 0) {
          console.log(
            'Left out, because these respondents are not asked the question (their age, or an earlier answer):'
          )
          for (const [question, count] of taken.offRoute) console.log(`  ${question}: ${count}`)
        }
      })
    )
}
