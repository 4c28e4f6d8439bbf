import { describe, expect, it } from 'vitest'
import { dumpFinding, softLimitIn } from '../../../server/doctor/core-dumps.ts'
import { swapsIn } from '../../../server/doctor/swap.ts'

describe('swap', () => {
  it('is read from the table of the kernel', () => {
    const heading = 'Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n'
    expect(swapsIn(heading)).toEqual([])
    expect(
      swapsIn(
        `${heading}/dev/sda2                               partition\t2097148\t0\t-2\n/swap file 1 0 -3\n`
      )
    ).toEqual(['/dev/sda2', '/swap'])
  })
})

describe('core dumps', () => {
  it('are limited by a line among the limits of a process', () => {
    expect(
      softLimitIn(
        'Max stack size  8388608  unlimited  bytes\nMax core file size        0  unlimited  bytes\n'
      )
    ).toBe('0')
    expect(softLimitIn('nothing')).toBeUndefined()
  })

  it.each([
    ['core', '0', 'ok'],
    ['core', 'unlimited', 'warning'],
    ['/var/crash/core.%p', '4096', 'warning'],
    ['core', undefined, 'warning'],
    ['|/usr/lib/systemd/systemd-coredump %P %u', '0', 'warning'],
    ['|/usr/share/apport/apport -p%p', '0', 'warning']
  ])('%s with a limit of %s: %s', (pattern, limit, state) => {
    const found = dumpFinding(pattern, limit)
    expect(found.state).toBe(state)
    expect(found.remedy === undefined).toBe(state === 'ok')
  })
})
