import type { Command } from 'commander'
import { alwaysWaiting } from '#analytics'
import { statusOf, type ConsultationStatus, type LiveStatus } from '../../secretariat/status.ts'
import { consultationNamed, withDatabase } from '../session.ts'

export function statusCommand(program: Command): void {
  program
    .command('status')
    .description('where consultations stand; answers are counted in whole tens')
    .argument('[slug]', 'one consultation only')
    .option('--json', 'as JSON')
    .action((slug: string | undefined, { json }: { json?: true }) =>
      withDatabase(async session => {
        if (slug !== undefined) await consultationNamed(session, slug)
        const all = await statusOf(session.secretariat, slug, session.now)
        if (json) console.log(JSON.stringify(all, null, 2))
        else if (all.length === 0)
          console.log(
            'No consultations yet. Begin with: earshot library, or earshot import FORM.xlsx --slug NAME'
          )
        else console.log(all.map(paragraph).join('\n\n'))
      })
    )
}

const answeredBy = {
  open: 'by anyone',
  cards: 'with cards; see “earshot cards list”',
  room: 'in a room, with the code on its screen'
} as const

function paragraph(status: ConsultationStatus): string {
  const { latestRelease } = status
  const lines = [
    `${status.slug}: ${status.title}${status.demonstration ? ' (demonstration)' : ''}`,
    `  status     ${status.status}`,
    ...(status.opensOn === null
      ? []
      : [`  open       ${status.opensOn} to ${status.closesOn} (${status.timeZone})`]),
    ...(status.meeting === null ? [] : [`  meeting    ${status.meeting}`]),
    ...(status.languages.length === 0 ? [] : [`  languages  ${status.languages.join(', ')}`]),
    ...(status.breakdowns.length === 0 ? [] : [`  split by   ${status.breakdowns.join(', ')}`]),
    ...(status.status === 'draft'
      ? []
      : [
          `  answered   ${answeredBy[status.access]}`,
          `  answers    ${answers(status.responsesAtLeast)}${status.aim === null ? '' : `, of ${status.aim} aimed at`}${status.destroyed ? '; what came in online was destroyed unread' : ''}`
        ]),
    ...(status.live === null ? [] : liveLines(status.live)),
    ...(latestRelease === null
      ? []
      : [
          `  release    ${latestRelease.number} of ${latestRelease.releasedOn}, ${latestRelease.responses} responses, ${latestRelease.hash}`
        ])
  ]
  return lines.join('\n')
}

function liveLines({ responses, next, questions }: LiveStatus): string[] {
  const soFar = responses === 0 ? (next === null ? 'none came' : 'none yet') : `${responses} responses`
  const which = responses === 0 ? 'first' : 'next'
  const coming =
    next === null
      ? ''
      : `; the ${which} comes with ${next} or more, once at least ${next + alwaysWaiting} have come in`
  return [
    `  live       ${soFar}${coming}`,
    ...questions.map(
      ({ question, shares }) =>
        `    ${question}: ${shares.map(({ code, text }) => `${code} ${text}`).join(', ')}`
    )
  ]
}

function answers(atLeast: number): string {
  return atLeast === 0 ? 'fewer than 10' : `${atLeast} or a few more`
}
