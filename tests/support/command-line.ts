import { fork, spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const earshot = fileURLToPath(new URL('../../server/cli/earshot.js', import.meta.url))
const warmProgram = fileURLToPath(new URL('./warm-command-line.ts', import.meta.url))

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string }
/** Runs one command. */
export type CommandLine = (...words: string[]) => Promise<Ran>

type Environment = Readonly<Record<string, string>>

/**
 * The real command line in a process of its own that has loaded it once, since loading takes longer than most commands. A
 * command that is given while another runs gets a process for itself.
 */
export function commandLine(environment: Environment): CommandLine {
  let process: ChildProcess | undefined
  let isBusy = false

  async function warm(words: readonly string[]): Promise<Ran> {
    isBusy = true
    process ??= fork(warmProgram, { execArgv: ['--import', 'tsx'], env: environmentWith(environment) })
    const child = process
    try {
      return await new Promise<Ran>((resolve, reject) => {
        child.once('message', ran => resolve(ran as Ran))
        child.once('exit', code =>
          reject(new Error(`the command line ended with ${code}: ${words.join(' ')}`))
        )
        child.send(words)
      })
    } finally {
      child.removeAllListeners()
      isBusy = false
    }
  }

  return (...words) => (isBusy ? run(environment, words) : warm(words))
}

function run(environment: Environment, words: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [earshot, ...words], { env: environmentWith(environment) })
    let out = ''
    let err = ''
    child.stdout.on('data', chunk => (out += String(chunk)))
    child.stderr.on('data', chunk => (err += String(chunk)))
    child.on('error', reject)
    child.on('close', code => resolve({ code, out, err }))
  })
}

function environmentWith(environment: Environment): Record<string, string | undefined> {
  const none = { DATABASE_URL: '', EARSHOT_DATA: '', EARSHOT_KEYS: '', PUBLIC_URL: '' }
  return { ...process.env, ...none, ...environment }
}
