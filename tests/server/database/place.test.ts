import { createHash } from 'node:crypto'
import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isRoot } from '../../../server/database/embedded/account.ts'
import { findPlace } from '../../../server/database/embedded/place.ts'
import {
  copyPrograms,
  findPrograms,
  mendPrograms,
  programPath
} from '../../../server/database/embedded/programs.ts'
import { makeFolder } from '../../support/folder.ts'

// PostgreSQL refuses to run as root, so root has more to decide than a user has: both are told here, and each run
// proves the half that is its own.
let open: string
let closed: string
let system: string
let said: string[]
let remove: () => Promise<void>
const say = (line: string): void => void said.push(line)

beforeEach(async () => {
  const made = await makeFolder()
  open = join(made.path, 'open')
  closed = join(made.path, 'closed', 'checkout', '.data')
  system = join(made.path, 'system')
  said = []
  remove = made.remove
  await mkdir(join(made.path, 'closed'), { mode: 0o700 })
})

afterEach(() => remove())

describe('the place of the embedded database', () => {
  it('is the data folder where PostgreSQL can reach it, and nobody is told anything', async () => {
    const place = await findPlace({ path: open, explicit: false }, say, system)
    expect(place.home).toBe(open)
    expect(place.account === undefined).toBe(!isRoot())
    expect(said).toEqual([])
  })

  it('below a folder that only its owner may enter, is that folder for a user and the system folder for root', async () => {
    const place = await findPlace({ path: closed, explicit: false }, say, system)
    if (isRoot()) {
      expect(place.home.startsWith(system)).toBe(true)
      expect(said).toEqual([expect.stringMatching(/^Started by root, .* its data live in .*system/)])
    } else {
      expect(place.home).toBe(closed)
      expect(said).toEqual([])
    }
  })

  it('stays in the system folder once data are there, even when the data folder can be reached later', async () => {
    const { home } = await findPlace({ path: closed, explicit: false }, say, system)
    await mkdir(join(home, 'postgres'), { recursive: true })
    await chmod(join(closed, '..', '..'), 0o711)
    expect((await findPlace({ path: closed, explicit: false }, say, system)).home).toBe(home)
  })

  it('differs for two checkouts', async () => {
    const one = await findPlace({ path: closed, explicit: false }, say, system)
    const two = await findPlace({ path: `${closed}2`, explicit: false }, say, system)
    expect(one.home).not.toBe(two.home)
  })

  it('is refused with the remedy where it was chosen by name and cannot be used', async () => {
    const locked = join(open, 'locked')
    await mkdir(locked, { recursive: true })
    await chmod(open, isRoot() ? 0o700 : 0o500)
    await chmod(locked, isRoot() ? 0o700 : 0o500)
    const remedy = isRoot() ? /chmod o\+x/ : /set EARSHOT_DATA to a folder of your own/
    await expect(findPlace({ path: join(locked, 'data'), explicit: true }, say, system)).rejects.toThrow(
      remedy
    )
    await chmod(open, 0o700)
    await chmod(locked, 0o700)
  })

  it('is refused to a user, and found by root, where root put the data of this checkout away', async () => {
    const name = createHash('sha256').update(closed).digest('hex').slice(0, 12)
    await mkdir(join(system, name, 'postgres'), { recursive: true })
    const found = findPlace({ path: closed, explicit: false }, say, system)
    if (isRoot()) expect((await found).home).toBe(join(system, name))
    else await expect(found).rejects.toThrow(/Start it as root, or set EARSHOT_DATA/)
  })
})

describe('the programs of PostgreSQL', () => {
  it('run from a copy, which stays as it is when it is asked for again', async () => {
    const programs = await findPrograms()
    const target = join(open, 'programs')
    const copy = await copyPrograms(programs, target)
    const names = await readdir(join(target, 'lib'))
    expect(names).toEqual(await readdir(join(programs.folder, 'lib')))
    await writeFile(join(target, 'mark'), '')
    expect(await copyPrograms(programs, target)).toEqual(copy)
    expect(await readdir(target)).toContain('mark')
  })

  it('are completed where npm ran no scripts', async () => {
    const root = join(open, 'package')
    const { folder } = await findPrograms()
    const copy = await copyPrograms({ folder, version: '18' }, join(root, 'native'))
    const link = process.platform === 'linux' ? 'libpq.so.5' : 'libpq.5.dylib'
    await rm(join(root, 'native', 'lib', link), { force: true })
    await chmod(programPath(copy, 'postgres'), 0o644)
    await mendPrograms(root)
    expect(await readdir(join(root, 'native', 'lib'))).toContain(link)
    expect((await stat(programPath(copy, 'postgres'))).mode & 0o111).toBe(0o111)
  })
})
