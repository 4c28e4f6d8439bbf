import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { findInstalled, startCluster } from './cluster.ts'
import { makeFolder } from './folder.ts'

// `npm run test:postgres`: the whole suite on a separate PostgreSQL, made from installed programs and thrown away.
const run = promisify(execFile)

async function runSuite(url: string): Promise<number> {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const suite = spawn(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: url }
  })
  const [code] = await once(suite, 'exit')
  return code === 0 ? 0 : 1
}

const programs = await findInstalled(['initdb', 'pg_ctl'])
if (programs === undefined) {
  console.error(
    'No PostgreSQL is installed: neither /usr/lib/postgresql/*/bin nor PATH holds initdb and pg_ctl.'
  )
  process.exit(1)
}
const folder = await makeFolder()
// A Ctrl-C ends the suite; what follows it still has to be done.
process.on('SIGINT', () => undefined)
try {
  const { stdout } = await run(join(programs, 'postgres'), ['--version'])
  console.log(`The suite runs on ${stdout.trim()} from ${programs}.`)
  const cluster = await startCluster(programs, folder.path)
  try {
    process.exitCode = await runSuite(cluster.url('postgres'))
  } finally {
    await cluster.stop()
  }
} finally {
  await folder.remove()
}
