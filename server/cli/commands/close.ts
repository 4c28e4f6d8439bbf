import type { Command } from 'commander'
import { close } from '../../secretariat/close.ts'
import { statusOf } from '../../secretariat/status.ts'
import { destroyedWords, emptyWaitingRoom } from '../emptying.ts'
import { Mistake } from '../mistake.ts'
import { openedConsultationNamed, withDatabase, type Session } from '../session.ts'

export function closeCommand(program: Command): void {
  program
    .command('close')
    .description('close a consultation before its last day is over')
    .argument('<slug>', 'short name of the consultation')
    .option('--destroy', 'also where fewer than ten answers have come in, which are then destroyed unread')
    .action((slug: string, { destroy }: { destroy?: true }) =>
      withDatabase(async session => {
        const consultation = await openedConsultationNamed(session, slug)
        if (!destroy) await refuseToDestroy(session, slug)
        const closed = await close(session.secretariat, consultation, session)
        console.log(
          closed
            ? `Closed ${slug}. Nothing more is taken in from respondents.`
            : `${slug} was closed already.`
        )
        await emptyWaitingRoom(session, slug)
        // Whoever asks twice hears it twice, and a running pourer may have been quicker.
        const [stands] = await statusOf(session.secretariat, slug, session.now)
        if (stands?.destroyed) console.log(destroyedWords)
        console.log(
          stands?.responsesAtLeast === 0
            ? `There is too little to release. Answers on paper can still be added: earshot answers import ${slug} FILE.csv`
            : `Next: earshot release ${slug}`
        )
      })
    )
}

/** What is destroyed cannot be had back; its last day would have done the same, but with more time for more answers. */
async function refuseToDestroy(session: Session, slug: string): Promise<void> {
  const [stands] = await statusOf(session.secretariat, slug, session.now)
  if (stands === undefined || stands.status === 'closed' || stands.responsesAtLeast > 0) return
  throw new Mistake([{ at: slug, code: 'close.fewerThanTen', params: { slug } }])
}
