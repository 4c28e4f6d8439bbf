import type { Command } from 'commander'
import { addresses } from '#views'
import { setUpRoom } from '../../rooms/room.ts'
import { valueOf } from '../mistake.ts'
import { openedConsultationNamed, siteOf, withDatabase } from '../session.ts'

export function roomCommand(program: Command): void {
  program
    .command('room')
    .description('the room of a meeting: how many may answer from it, and the link of its screen')
    .argument('<slug>', 'short name of the consultation')
    .requiredOption('--seats <number>', 'how many may come in, one answer each')
    .action((slug: string, { seats }: { seats: string }) =>
      withDatabase(async session => {
        const consultation = await openedConsultationNamed(session, slug)
        const { secret, before } = valueOf(
          await setUpRoom(session.secretariat, consultation, Number(seats), session)
        )
        console.log(
          before === null
            ? `Set up the room of ${slug}: ${seats} seats.`
            : `The room of ${slug} has ${seats} seats (before: ${before}). The earlier link of its screen is no longer good.`
        )
        console.log('Open one of these on the computer at the projector, and show it to nobody else:')
        for (const language of consultation.languages)
          console.log(`  ${language}  ${siteOf(session)}${addresses.room(language)}#${secret}`)
        if (consultation.live) {
          console.log('Or one of these, for the code beside the live results:')
          for (const language of consultation.languages)
            console.log(`  ${language}  ${siteOf(session)}${addresses.live(language, slug)}#${secret}`)
        }
        console.log('The link is not stored and cannot be shown again. For a new one, run the command again.')
      })
    )
}
