import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const earshot = fileURLToPath(new URL('../../server/cli/earshot.js', import.meta.url))

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs the real command line as a process of its own, as a person would. */
export function commandLine(
  environment: Readonly<Record<string, string>>
): (...words: string[]) => Promise<Ran> {
  return (...words) =>
    new Promise((resolve, reject) => {
      const inherited = {
        ...process.env,
        DATABASE_URL: '',
        EARSHOT_DATA: '',
        EARSHOT_KEYS: '',
        PUBLIC_URL: ''
      }
      const child = spawn(process.execPath, [earshot, ...words], { env: { ...inherited, ...environment } })
      let out = ''
      let err = ''
      child.stdout.on('data', chunk => (out += String(chunk)))
      child.stderr.on('data', chunk => (err += String(chunk)))
      child.on('error', reject)
      child.on('close', code => resolve({ code, out, err }))
    })
}
