import type { Command } from 'commander'
import { statusAt } from '#surveys'
import { setPaused } from '../../secretariat/pause.ts'
import { openedConsultationNamed, withDatabase } from '../session.ts'

/** Two commands that are each other's undo. */
export function pauseCommands(program: Command): void {
  add(program, 'pause', {
    paused: true,
    about: 'have an open consultation take no answers for a time',
    done: slug => `Paused ${slug}. Answers already sent are kept. Take up again with: earshot resume ${slug}`,
    already: slug => `${slug} was paused already.`
  })
  add(program, 'resume', {
    paused: false,
    about: 'take answers again after a pause',
    done: slug => `${slug} takes answers again.`,
    already: slug => `${slug} was not paused.`
  })
}

type Manner = {
  readonly paused: boolean
  readonly about: string
  readonly done: (slug: string) => string
  readonly already: (slug: string) => string
}

function add(program: Command, name: string, { paused, about, done, already }: Manner): void {
  program
    .command(name)
    .description(about)
    .argument('<slug>', 'short name of the consultation')
    .option('--reason <text>', 'why, for the audit log; respondents are not told')
    .action((slug: string, { reason }: { reason?: string }) =>
      withDatabase(async session => {
        const consultation = await openedConsultationNamed(session, slug)
        const { by, now } = session
        const changed = await setPaused(session.secretariat, consultation, { paused, reason, by, now })
        if (!changed && statusAt(consultation.schedule, now) === 'closed')
          console.log(`${slug} is closed: it takes no more answers.`)
        else console.log(changed ? done(slug) : already(slug))
      })
    )
}
