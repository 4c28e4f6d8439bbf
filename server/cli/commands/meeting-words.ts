import type { Command } from 'commander'
import { allFormWords, keepFormWords, readFormWords } from '../../secretariat/form-words.ts'
import { findMeeting } from '../../secretariat/meetings.ts'
import { readNamed, writeNamed } from '../files.ts'
import { Mistake, valueOf } from '../mistake.ts'
import { withDatabase } from '../session.ts'

type Options = { out?: string; in?: string }

/** No list of words is longer. */
const largest = {
  bytes: 1024 * 1024,
  problem: { code: 'report.wordsNotJson', params: { reason: '> 1 MB' } }
}

/** Words of the form: the official names of body and place, the labels of the box, what the Council is asked to do. */
export function meetingWordsCommand(meeting: Command): void {
  meeting
    .command('words')
    .description('write out the words of a meeting’s documents in six languages, or take in official ones')
    .argument('<meeting>', 'the meeting: its number, or body/number')
    .option('--out <file>', 'write all words as JSON')
    .option('--in <file>', 'take in such a file; what it leaves out stays ours')
    .action((reference: string, options: Options, command: Command) => {
      if ((options.out === undefined) === (options.in === undefined))
        return command.error('error: give either --out or --in')
      return withDatabase(async session => {
        const { secretariat: db } = session
        const found = valueOf(await findMeeting(db, reference))
        if (options.out !== undefined)
          return writeNamed(options.out, `${JSON.stringify(allFormWords(found), null, 2)}\n`)
        const parsed = readFormWords(await readNamed(options.in ?? '', largest))
        if (!parsed.ok)
          throw new Mistake(parsed.problems.map(each => ({ ...each, at: `${options.in}, ${each.at}` })))
        const own = await keepFormWords(db, found, parsed.value, session)
        const count = Object.values(own).flatMap(words => Object.keys(words ?? {})).length
        console.log(
          `${found.body}/${found.number} has ${count} ${count === 1 ? 'text' : 'texts'} of its own; whatever this file leaves out is ours again.`
        )
      })
    })
}
