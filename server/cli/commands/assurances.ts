import type { Command } from 'commander'
import { assurancesTemplate } from '../../secretariat/assurances-file.ts'

export function assurancesCommand(program: Command): void {
  program
    .command('assurances')
    .description('who answers for a consultation, and on what ground: asked for when it opens')
    .command('template')
    .description('print a file to fill in, for “earshot open … --assurances <file>”')
    .action(() => {
      process.stdout.write(assurancesTemplate())
    })
}
