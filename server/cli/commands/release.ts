import type { Command } from 'commander'
import type { LeftOut } from '#analytics'
import { existingNoiseKey } from '../../releases/noise-key.ts'
import { publishRelease } from '../../releases/publish.ts'
import { emptyWaitingRoom } from '../emptying.ts'
import { Mistake } from '../mistake.ts'
import { progressBar } from '../progress.ts'
import { openedConsultationNamed, siteOf, withDatabase } from '../session.ts'

export function releaseCommand(program: Command): void {
  program
    .command('release')
    .description('make a numbered, protected release of a closed consultation; prints its number and hash')
    .argument('<slug>', 'short name of the consultation')
    .action((slug: string) =>
      withDatabase(async session => {
        const consultation = await openedConsultationNamed(session, slug)
        await emptyWaitingRoom(session, slug)
        const key = await existingNoiseKey(session.config.keyFolder)
        const progress = progressBar('Audit')
        const made = await publishRelease(session.pourer.pool, key, consultation, session, progress)
        if (made.outcome === 'refused')
          throw new Mistake([{ at: slug, code: `release.${made.code}`, params: made.params }])
        if (made.outcome === 'unchanged')
          console.log('No answers have come in since the last release, so it stands.')
        console.log(`Release ${made.number} of ${slug}: ${made.responses} responses`)
        console.log(`SHA-256 ${made.hash}`)
        for (const line of leftOutLines(made.leftOut)) console.log(line)
        const [language = 'en'] = consultation.languages
        console.log(`Results page: ${siteOf(session)}/${language}/results/${slug}`)
        console.log(`Next: earshot report ${slug} --language ${language} --format docx --out ${slug}.docx`)
      })
    )
}

/** Which tables are not in the release, and what can be done about it. */
function leftOutLines(leftOut: readonly LeftOut[]): readonly string[] {
  if (leftOut.length === 0) return []
  return [
    `Left out to protect respondents: ${leftOut.length} ${leftOut.length === 1 ? 'table' : 'tables'}`,
    ...leftOut.map(({ question, by }) => `  ${question}${by.length === 0 ? '' : ` by ${by.join(' and ')}`}`),
    'They stay out, and the results say so. A consultation with fewer breakdowns, or breakdowns of fewer and larger',
    'groups, loses less: that is decided when it opens.'
  ]
}
