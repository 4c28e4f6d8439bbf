import { readConfig } from './config.ts'
import { StartRefused } from './database/start-refused.ts'
import { serve } from './serve.ts'

// A person's mistake ends in two sentences; only ours in a stack.
try {
  const server = await serve(readConfig(process.env), line => console.log(line))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close().then(
        () => process.exit(0),
        () => process.exit(1)
      )
    })
  }
} catch (error) {
  if (!(error instanceof StartRefused)) throw error
  console.error(error.message)
  process.exit(1)
}
