import type { Command } from 'commander'
import { close } from '../../secretariat/close.ts'
import { destroyedWords, emptyWaitingRoom } from '../emptying.ts'
import { openedConsultationNamed, withDatabase } from '../session.ts'

export function closeCommand(program: Command): void {
  program
    .command('close')
    .description('close a consultation before its last day is over')
    .argument('<slug>', 'short name of the consultation')
    .action((slug: string) =>
      withDatabase(async session => {
        const consultation = await openedConsultationNamed(session, slug)
        const closed = await close(session.secretariat, consultation, session)
        console.log(
          closed
            ? `Closed ${slug}. Nothing more is taken in from respondents.`
            : `${slug} was closed already.`
        )
        const outcome = await emptyWaitingRoom(session, slug)
        if (outcome === 'destroyed') console.log(destroyedWords)
        console.log(`Next: earshot release ${slug}`)
      })
    )
}
