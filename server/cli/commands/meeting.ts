import type { Command } from 'commander'
import type { Parsed } from '#surveys'
import { addMeeting, demonstrationBody, listMeetings } from '../../secretariat/meetings.ts'
import { Mistake, valueOf } from '../mistake.ts'
import { withDatabase } from '../session.ts'
import { meetingWordsCommand } from './meeting-words.ts'

type Options = {
  body: string
  number: string
  place: string
  starts: string
  ends: string
  deadline: string
  timeZone: string
}

export function meetingCommand(program: Command): void {
  const meeting = program.command('meeting').description('meetings of the working group')
  meeting
    .command('add')
    .description('add a meeting')
    .requiredOption('--body <name>', 'the body that meets, such as CWG-COP')
    .requiredOption('--number <n>', 'number of the meeting')
    .requiredOption('--place <town>', 'where it meets')
    .requiredOption('--starts <date>', 'first day, YYYY-MM-DD')
    .requiredOption('--ends <date>', 'last day, YYYY-MM-DD')
    .requiredOption('--deadline <date>', 'last day for documents, YYYY-MM-DD')
    .option('--time-zone <zone>', 'time zone of the place', 'Europe/Zurich')
    .action((options: Options) =>
      withDatabase(async session => {
        const { body, number, place, starts, ends, deadline, timeZone } = options
        if (body === demonstrationBody)
          throw new Mistake([{ at: '--body', code: 'meeting.demonstrationBody', params: { body } }])
        const entered = {
          body,
          number: Number(number),
          place,
          startsOn: starts,
          endsOn: ends,
          documentDeadline: deadline,
          timeZone
        }
        const added = valueOf(named(await addMeeting(session.secretariat, entered, session)))
        console.log(
          `Added: ${added.body}/${added.number}, ${added.place}, ${added.startsOn} to ${added.endsOn} (${added.timeZone})`
        )
      })
    )
  meeting
    .command('list')
    .description('list all meetings')
    .action(() =>
      withDatabase(async ({ secretariat }) => {
        const all = await listMeetings(secretariat)
        if (all.length === 0) console.log('No meetings yet. Add one with: earshot meeting add')
        for (const each of all) {
          console.log(
            `${each.body}/${each.number}  ${each.startsOn} to ${each.endsOn}  ${each.place} (${each.timeZone}), documents by ${each.documentDeadline}`
          )
        }
      })
    )
  meetingWordsCommand(meeting)
}

/** Problems at the options a person typed, not at the names the fields have inside. */
function named<T>(parsed: Parsed<T>): Parsed<T> {
  if (parsed.ok) return parsed
  return {
    ok: false,
    problems: parsed.problems.map(problem => ({ ...problem, at: options.get(problem.at) ?? problem.at }))
  }
}

const options: ReadonlyMap<string, string> = new Map([
  ['body', '--body'],
  ['number', '--number'],
  ['place', '--place'],
  ['startsOn', '--starts'],
  ['endsOn', '--ends'],
  ['documentDeadline', '--deadline'],
  ['timeZone', '--time-zone']
])
