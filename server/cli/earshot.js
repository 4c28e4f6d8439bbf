#!/usr/bin/env node
import { register } from 'tsx/esm/api'

// Whoever reads our output may stop before its end (`earshot status | head`): that is no fault of anybody.
process.stdout.on('error', error => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
register()
const { run } = await import('./main.ts')
process.exitCode = await run(process.argv.slice(2))
