/** Takes commands from its parent, one after the other, and says how each ended and what it printed. */
import { run } from '../../server/cli/main.ts'

process.on('message', (words: string[]) => {
  void answer(words)
})
process.once('disconnect', () => process.exit())

async function answer(words: readonly string[]): Promise<void> {
  const printed = { out: '', err: '' }
  const [toOut, toErr] = [process.stdout.write, process.stderr.write]
  process.stdout.write = kept(text => (printed.out += text))
  process.stderr.write = kept(text => (printed.err += text))
  try {
    const code = await run(words)
    process.send?.({ code, ...printed })
  } finally {
    process.stdout.write = toOut
    process.stderr.write = toErr
  }
}

/** A stream's `write` that keeps what is written, and tells whoever waits that it is. */
function kept(keep: (text: string) => void): typeof process.stdout.write {
  return (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    keep(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString())
    const done = rest.find(each => typeof each === 'function')
    done?.()
    return true
  }
}
