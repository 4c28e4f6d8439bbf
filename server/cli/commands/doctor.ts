import type { Command } from 'commander'
import { examine, type Diagnosis } from '../../doctor/index.ts'
import { Mistake } from '../mistake.ts'
import { withDatabase } from '../session.ts'

export function doctorCommand(program: Command): void {
  program
    .command('doctor')
    .description(
      'look whether this installation keeps what is promised, and say what to do where it does not'
    )
    .option('--json', 'as JSON')
    .action(({ json }: { json?: true }) =>
      withDatabase(async ({ config, owner, shared, now }) => {
        const found = await examine({ config, pool: owner.pool, shared, now })
        console.log(json ? JSON.stringify(found, null, 2) : found.map(line).join('\n'))
        // The list is what was asked for, so it goes where lists go; only the exit code says that something is wrong.
        if (found.some(({ state }) => state === 'problem')) throw new Mistake([])
      })
    )
}

function line({ check, state, says, remedy }: Diagnosis): string {
  const head = `${state.padEnd(10)}  ${check.padEnd(11)}  ${says}`
  return remedy === undefined ? head : `${head}\n${' '.repeat(25)}→ ${remedy}`
}
