import { readFile } from 'node:fs/promises'
import { ok, unknowable, warning, type Check } from './check.ts'

/** Memory that is swapped out lies on the disk: private keys, and answers while they are poured. */
export const swap: Check = {
  name: 'swap',
  async look() {
    const table = await readFile('/proc/swaps', 'utf8').catch(() => undefined)
    if (table === undefined)
      return [
        unknowable('Whether this system swaps cannot be read.', 'Swap to an encrypted place, or not at all.')
      ]
    const places = swapsIn(table)
    return places.length === 0
      ? [ok('This machine does not swap.')]
      : [
          warning(
            `This machine swaps to ${places.join(', ')}; whether that is encrypted cannot be seen from here.`,
            'swapoff -a, or encrypt it with a key that is made anew at every start.'
          )
        ]
  }
}

/** Files and devices in the form of /proc/swaps: a heading, then a line each. */
export function swapsIn(table: string): string[] {
  return table
    .trim()
    .split('\n')
    .slice(1)
    .flatMap(line => line.split(/\s+/)[0] ?? [])
    .filter(place => place !== '')
}
