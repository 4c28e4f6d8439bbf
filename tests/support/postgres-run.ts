import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, chown, mkdir, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { chooseAccount } from '../../server/database/embedded/account.ts'
import type { Account } from '../../server/database/embedded/account.ts'
import { makeFolder } from './folder.ts'

// `npm run test:postgres`: the whole suite on a separate PostgreSQL, made from installed programs and thrown away.
const run = promisify(execFile)
const debian = '/usr/lib/postgresql'
const oldest = 15

/** The oldest installed version that Earshot promises to work with shows best whether the promise holds. */
async function findInstalled(): Promise<string> {
  const versions = (await readdir(debian).catch(() => [])).map(Number).filter(version => version >= oldest)
  const named = versions.sort((a, b) => a - b).map(version => join(debian, String(version), 'bin'))
  for (const folder of [...named, ...(process.env['PATH'] ?? '').split(delimiter)]) {
    const found = await Promise.all(['initdb', 'pg_ctl'].map(name => access(join(folder, name)))).catch(
      () => undefined
    )
    if (found !== undefined) return folder
  }
  console.error(`No PostgreSQL is installed: neither ${debian}/*/bin nor PATH holds initdb and pg_ctl.`)
  process.exit(1)
}

async function makeCluster(programs: string, folder: string, account: Account | undefined): Promise<string> {
  const cluster = join(folder, 'cluster')
  await mkdir(cluster, { mode: 0o700 })
  if (account !== undefined) await chown(cluster, account.uid, account.gid)
  const options = { ...account, cwd: '/', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } }
  // Only its owner and root reach the socket in the cluster, so it needs no password.
  const making = ['-D', cluster, '-U', 'earshot', '-A', 'trust', '-E', 'UTF8', '--locale', 'C', '--no-sync']
  await run(join(programs, 'initdb'), making, options)
  const settings = `-c listen_addresses= -c unix_socket_directories='${cluster}' -c fsync=off`
  const starting = ['start', '-w', '-D', cluster, '-l', join(cluster, 'log'), '-o', settings]
  await run(join(programs, 'pg_ctl'), starting, options)
  return cluster
}

async function runSuite(cluster: string): Promise<number> {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const suite = spawn(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: {
      ...process.env,
      DATABASE_URL: `postgres://earshot@localhost/postgres?host=${encodeURIComponent(cluster)}`
    }
  })
  const [code] = await once(suite, 'exit')
  return code === 0 ? 0 : 1
}

const programs = await findInstalled()
const folder = await makeFolder()
const account = await chooseAccount(join(folder.path, 'cluster'))
// A Ctrl-C ends the suite; what follows it still has to be done.
process.on('SIGINT', () => undefined)
try {
  const { stdout } = await run(join(programs, 'postgres'), ['--version'])
  console.log(`The suite runs on ${stdout.trim()} from ${programs}.`)
  const cluster = await makeCluster(programs, folder.path, account)
  try {
    process.exitCode = await runSuite(cluster)
  } finally {
    await run(join(programs, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'immediate'], { ...account, cwd: '/' })
  }
} finally {
  await folder.remove()
}
