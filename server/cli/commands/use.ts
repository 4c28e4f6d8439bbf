import type { Command } from 'commander'
import { languages } from '#locales'
import { dateIn, profileQuestion, questionsOf, readyQuestionnaire, type Questionnaire } from '#surveys'
import { checkSlug, keepDraft } from '../../secretariat/drafts.ts'
import { homeTimeZone } from '../../secretariat/open.ts'
import { valueOf } from '../mistake.ts'
import { readyNameOf } from '../ready-name.ts'
import { withDatabase } from '../session.ts'

export function useCommand(program: Command): void {
  program
    .command('use')
    .description('make a ready questionnaire the draft of a consultation; see “earshot library”')
    .argument('<name>', 'the questionnaire')
    .requiredOption('--slug <slug>', 'short name of the consultation, as it will stand in addresses')
    .action(async (name: string, { slug }: { slug: string }) => {
      const library = readyNameOf(name)
      valueOf(checkSlug(slug))
      const questionnaire = readyQuestionnaire(library)
      await withDatabase(async session => {
        const kept = valueOf(await keepDraft(session.secretariat, slug, questionnaire, session, { library }))
        const done = kept === 'new' ? 'is now the draft of' : 'has replaced the draft of'
        console.log(`${name} ${done} ${slug}.`)
        console.log(`Next: earshot check ${slug}`)
        console.log(`Then: ${opening(slug, questionnaire, session.now)}`)
        console.log('with --meeting NUMBER for the meeting it prepares; see “earshot meeting list”,')
        console.log(
          'and --assurances FILE for who answers for it: earshot assurances template > assurances.txt, to be filled in.'
        )
      })
    })
}

/** The first language is the one of exports and addresses unless told. */
const englishFirst = ['en', ...languages.filter(language => language !== 'en')]

/** How it could be opened: in two weeks and for three, in all languages, split by who answers. */
function opening(slug: string, questionnaire: Questionnaire, now: Date): string {
  const [from, until] = [14, 34].map(days => dateIn(days, now, homeTimeZone))
  const breakdowns = (['age_band', 'gender', 'region', 'setting'] as const).flatMap(
    profile => profileQuestion(questionsOf(questionnaire), profile)?.id ?? []
  )
  const dates = `--from ${from} --until ${until}`
  return `earshot open ${slug} ${dates} --languages ${englishFirst.join(',')} --breakdowns ${breakdowns.slice(0, 3).join(',')}`
}
