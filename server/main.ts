import { readConfig } from './config.ts'
import { StartRefused } from './database/start-refused.ts'
import { forLog } from './for-log.ts'
import { serve } from './serve.ts'

// A person's mistake ends in two sentences; only ours in a stack.
try {
  const server = await serve(readConfig(process.env), line => console.log(line))
  // Written by us: the lines of Node.js would quote what the error quotes.
  process.on('uncaughtException', error => {
    console.error(JSON.stringify({ failed: forLog(error) }))
    process.exit(1)
  })
  const end = (code: number): void => {
    server.close().then(
      () => process.exit(code),
      () => process.exit(1)
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end(0))
  void server.displaced.then(() => {
    console.error('The connection was lost, and another Earshot server took this data folder: this one ends.')
    end(1)
  })
} catch (error) {
  if (!(error instanceof StartRefused)) throw error
  console.error(error.message)
  process.exit(1)
}
