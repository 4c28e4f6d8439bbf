import { Command, CommanderError } from 'commander'
import { isDatabaseAway } from '../database/away.ts'
import { StartRefused } from '../database/start-refused.ts'
import { WaitingKeyMissing } from '../waiting-room/keys.ts'
import { forLog } from '../for-log.ts'
import { answersCommand } from './commands/answers.ts'
import { assurancesCommand } from './commands/assurances.ts'
import { cardsCommand } from './commands/cards.ts'
import { checkCommand } from './commands/check.ts'
import { closeCommand } from './commands/close.ts'
import { compareCommand } from './commands/compare.ts'
import { concernsCommand } from './commands/concerns.ts'
import { doctorCommand } from './commands/doctor.ts'
import { exportCommand } from './commands/export.ts'
import { helplinesCommand } from './commands/helplines.ts'
import { importCommand } from './commands/import.ts'
import { libraryCommand } from './commands/library.ts'
import { meetingCommand } from './commands/meeting.ts'
import { openCommand } from './commands/open.ts'
import { pauseCommands } from './commands/pause.ts'
import { pourerCommand } from './commands/pourer.ts'
import { releaseCommand } from './commands/release.ts'
import { remarksCommand } from './commands/remarks.ts'
import { reportCommand } from './commands/report.ts'
import { roomCommand } from './commands/room.ts'
import { seriesCommand } from './commands/series.ts'
import { statusCommand } from './commands/status.ts'
import { useCommand } from './commands/use.ts'
import { verifyReleaseCommand } from './commands/verify-release.ts'
import { Mistake } from './mistake.ts'

/** 0 done · 1 something to put right · 2 the command was not understood · 70 a fault of ours (as in sysexits). */
const exitCodes = { done: 0, mistake: 1, usage: 2, fault: 70 } as const

const example = `
Questionnaires that are ready to be used: earshot library
A consultation from a form to its results:
  earshot meeting add --body CWG-COP --number 24 --place Geneva --starts 2027-02-01 --ends 2027-02-03 --deadline 2027-01-20
  earshot import form.xlsx --slug getting-help
  earshot check getting-help --languages en,fr
  earshot assurances template > assurances.txt
  earshot open getting-help --from 2027-01-04 --until 2027-01-24 --languages en,fr --breakdowns gender,age_band --meeting 24 --assurances assurances.txt
  earshot status getting-help
  earshot answers import getting-help paper.csv
  earshot close getting-help
  earshot release getting-help
  earshot export getting-help --format csv --out results.csv
  earshot export getting-help --format package --out package.zip
  earshot verify-release package.zip
  earshot report getting-help --language fr --format docx --document-number CWG-COP-24/3 --out report.docx
Where cards let in, or the code in a room (open … --access cards, open … --access room):
  earshot cards invite getting-help --partner "School on the hill" --cards 200
  earshot cards list getting-help
  earshot room getting-help --seats 120
Beside an earlier consultation, once both have results:
  earshot series add help-over-time getting-help-2025 getting-help
  earshot compare show getting-help-2025 getting-help`

/** Runs one command. @returns the exit code; everything a person should read has been printed */
export async function run(words: readonly string[]): Promise<number> {
  try {
    await program().parseAsync(words, { from: 'user' })
    return exitCodes.done
  } catch (error) {
    return explain(error)
  }
}

function program(): Command {
  const earshot = new Command('earshot')
    .description('The secretariat’s tool. Works beside a running server and without one.')
    .addHelpText('after', example)
    .showHelpAfterError('Add --help to see how the command goes.')
    .exitOverride()
  const commands = [
    meetingCommand,
    libraryCommand,
    useCommand,
    importCommand,
    checkCommand,
    assurancesCommand,
    concernsCommand,
    openCommand,
    cardsCommand,
    roomCommand,
    statusCommand,
    answersCommand,
    pauseCommands,
    closeCommand,
    releaseCommand,
    exportCommand,
    reportCommand,
    seriesCommand,
    compareCommand,
    verifyReleaseCommand,
    helplinesCommand,
    doctorCommand,
    remarksCommand,
    pourerCommand
  ]
  for (const add of commands) add(earshot)
  return earshot
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
  if (error instanceof Mistake || error instanceof StartRefused || error instanceof WaitingKeyMissing) {
    if (error.message !== '') console.error(error.message)
    return exitCodes.mistake
  }
  if (isDatabaseAway(error)) {
    console.error(
      'The connection to the database was lost. Nothing was done by halves: run the command again.'
    )
    return exitCodes.mistake
  }
  console.error('This is a fault of Earshot, not yours. Please report it with these lines:')
  console.error(JSON.stringify(forLog(error), null, 2))
  return exitCodes.fault
}
