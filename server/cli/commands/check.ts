import type { Command } from 'commander'
import { isLanguage, languages, type Language } from '#locales'
import { check, textsOf, type Questionnaire } from '#surveys'
import { linesFor, Mistake } from '../mistake.ts'
import { consultationNamed, withDatabase } from '../session.ts'
import { listOf } from '../values.ts'

export function checkCommand(program: Command): void {
  program
    .command('check')
    .description('list every problem of a questionnaire, with its place and what to do')
    .argument('<slug>', 'short name of the consultation')
    .option('--languages <list>', 'languages it is to open in, such as en,fr (default: those its title has)')
    .action((slug: string, options: { languages?: string }) =>
      withDatabase(async session => {
        const { draft } = await consultationNamed(session, slug)
        const spoken = options.languages === undefined ? languagesOf(draft) : named(listOf(options.languages))
        const problems = check(draft, spoken)
        if (problems.length === 0) {
          console.log(`No problems in ${spoken.join(', ')}. Texts: ${textsOf(draft).length}.`)
          console.log(
            `Next: earshot open ${slug} --from DATE --until DATE --languages ${spoken.join(',')} --breakdowns QUESTIONS --meeting NUMBER --assurances FILE`
          )
          return
        }
        // The list is what was asked for, so it goes where lists go; only the exit code says that something is wrong.
        console.log(`${problems.length} problems in ${spoken.join(', ')}:`)
        for (const line of linesFor(problems)) console.log(line)
        throw new Mistake([])
      })
    )
}

function languagesOf(questionnaire: Questionnaire): Language[] {
  return languages.filter(language => questionnaire.title.standard[language] !== undefined)
}

function named(list: readonly string[]): Language[] {
  return list.map(language => {
    if (isLanguage(language)) return language
    throw new Mistake([{ at: '--languages', code: 'open.languageUnknown', params: { language } }])
  })
}
