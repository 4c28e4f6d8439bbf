import type { Command } from 'commander'
import { existingNoiseKey } from '../../releases/noise-key.ts'
import { publishRelease } from '../../releases/publish.ts'
import { emptyWaitingRoom } from '../emptying.ts'
import { Mistake } from '../mistake.ts'
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
        const made = await publishRelease(session.pourer.pool, key, consultation, session)
        if (made.outcome === 'refused')
          throw new Mistake([{ at: slug, code: `release.${made.code}`, params: made.params }])
        if (made.outcome === 'unchanged')
          console.log('No answers have come in since the last release, so it stands.')
        console.log(`Release ${made.number} of ${slug}: ${made.responses} responses`)
        console.log(`SHA-256 ${made.hash}`)
        const [language = 'en'] = consultation.languages
        console.log(`Results page: ${siteOf(session)}/${language}/results/${slug}`)
        console.log(`Next: earshot report ${slug} --language ${language} --format docx --out ${slug}.docx`)
      })
    )
}
