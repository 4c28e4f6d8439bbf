import { once } from 'node:events'
import type { Command } from 'commander'
import { forLog } from '../../for-log.ts'
import { startPourer } from '../../pourer.ts'
import { WaitingKeyMissing } from '../../waiting-room/keys.ts'
import { keysFit, withDatabase } from '../session.ts'

export function pourerCommand(program: Command): void {
  program
    .command('pourer')
    .description(
      'tend the waiting rooms until it is ended: stir them every night, empty them when consultations close'
    )
    .option('--with-server', 'end when the server that started it is gone, however that ended')
    .action(({ withServer }: { withServer?: true }) =>
      withDatabase(async session => {
        await keysFit(session)
        const { pourer: database, config } = session
        const running = startPourer({
          database,
          keyFolder: config.keyFolder,
          clock: () => new Date(),
          failed: tell
        })
        await Promise.race([
          once(process, 'SIGINT'),
          once(process, 'SIGTERM'),
          ...(withServer ? [serverGone()] : [])
        ])
        await running.close()
      })
    )
}

/** A key that is missing is told in its own words, which name a file and nothing else. */
function tell(error: unknown, slug?: string): void {
  const what = error instanceof WaitingKeyMissing ? { failed: error.message } : { error: forLog(error) }
  console.error(JSON.stringify({ slug, ...what }))
}

/** The channel goes with the server; one that was killed while this process started has none any more. */
async function serverGone(): Promise<void> {
  if (process.connected) await once(process, 'disconnect')
}
