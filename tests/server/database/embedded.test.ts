import { execFile } from 'node:child_process'
import { chmod, mkdir, readFile, readdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isDatabaseAway } from '../../../server/database/away.ts'
import { openDatabase } from '../../../server/database/client.ts'
import type { Database } from '../../../server/database/client.ts'
import { roles, type Role } from '../../../server/database/roles.ts'
import { makeFolder } from '../../support/folder.ts'
import { serverPid, startMember } from '../../support/members.ts'

let folder: string
let remove: () => Promise<void>
let used: { readonly path: string; remove(): Promise<void> }
const opened: Database[] = []

// A first start is tried where it matters; elsewhere a copy of a folder that was used and left saves its seconds.
beforeAll(async () => {
  used = await makeFolder()
  await close(await open(join(used.path, 'data')))
}, 60_000)

afterAll(() => used.remove())

beforeEach(async () => {
  const made = await makeFolder()
  folder = join(made.path, 'data')
  remove = made.remove
})

const copyUsed = (): Promise<unknown> => promisify(execFile)('cp', ['-a', join(used.path, 'data'), folder])

afterEach(async () => {
  await Promise.all(opened.splice(0).map(database => database.close()))
  await remove()
})

async function open(path = folder, keyFolder?: string): Promise<Database> {
  const database = await openDatabase({
    databaseUrl: undefined,
    dataFolder: { path, explicit: true },
    keyFolder,
    say: () => undefined
  })
  opened.push(database)
  return database
}

async function close(database: Database): Promise<void> {
  opened.splice(opened.indexOf(database), 1)
  await database.close()
}

async function numbers(database: Database): Promise<number[]> {
  const { rows } = await database.pool.query<{ number: number }>('select number from kept order by number')
  return rows.map(row => row.number)
}

describe('the embedded database', { timeout: 60_000 }, () => {
  it('keeps what was written from one start to the next, and stops when its only user leaves', async () => {
    const first = await open()
    await first.pool.query('create table kept (number integer)')
    await first.pool.query('insert into kept values (7)')
    await close(first)
    expect(await serverPid(folder)).toBeUndefined()
    expect(await numbers(await open())).toEqual([7])
  })

  it('is durable, deterministic and silent about what people wrote', async () => {
    await copyUsed()
    const { pool } = await open()
    const { rows } = await pool.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings where name in
        ('fsync', 'synchronous_commit', 'full_page_writes', 'jit', 'listen_addresses', 'server_encoding')`
    )
    expect(Object.fromEntries(rows.map(row => [row.name, row.setting]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      jit: 'off',
      listen_addresses: '',
      server_encoding: 'UTF8'
    })
    await pool.query('create table secrets (word text check (length(word) < 5))')
    await expect(pool.query("insert into secrets values ('marker-answer')")).rejects.toThrow(/violates check/)
    await expect(pool.query("select 'marker-answer'::integer")).rejects.toThrow(/invalid input/)
    expect(await readFile(join(folder, 'postgres.log'), 'utf8')).not.toContain('marker-answer')
  })

  it('lets in nobody without the password, which only its owner can read', async () => {
    await copyUsed()
    const { url } = await open()
    const wrong = new URL(url)
    wrong.password = 'guess'
    const guess = openDatabase({
      databaseUrl: wrong.href,
      dataFolder: { path: folder, explicit: true },
      say: () => undefined
    })
    await expect(guess).rejects.toThrow(/does not let in the user earshot/)
    expect((await stat(join(folder, 'postgres'))).mode & 0o077).toBe(0)
    expect((await stat(join(folder, 'postgres', 'earshot-password'))).mode & 0o077).toBe(0)
  })

  it('works below a path too long for a socket, on the loopback address', async () => {
    const database = await open(join(folder, 'a long name, with "quotes" & spaces '.repeat(3)))
    expect(new URL(database.url).hostname).toBe('127.0.0.1')
    const { rows } = await database.pool.query('select 1 as one')
    expect(rows).toEqual([{ one: 1 }])
  })
})

describe('several processes on one data folder', { timeout: 60_000 }, () => {
  it('all get in when they start at the same instant, and the last to leave stops it', async () => {
    const members = [startMember(folder), startMember(folder), startMember(folder)]
    const urls = await Promise.all(members.map(member => member.hear('opened')))
    expect(new Set(urls).size).toBe(1)
    const [first, second, third] = members
    await first?.close()
    await second?.close()
    expect(await serverPid(folder)).toBeGreaterThan(0)
    await third?.close()
    expect(await serverPid(folder)).toBeUndefined()
  })

  it('keep each other running while they come and go all the time', async () => {
    await copyUsed()
    const stayer = await open()
    await stayer.pool.query('create table kept (number integer)')
    const comeAndGo = async (from: number): Promise<void> => {
      for (let number = from; number < from + 5; number += 1) {
        const database = await open()
        await database.pool.query('insert into kept values ($1)', [number])
        await close(database)
        if (number === from + 1 && opened.includes(stayer)) await close(stayer)
      }
    }
    await Promise.all([comeAndGo(10), comeAndGo(20), comeAndGo(30)])
    expect(await serverPid(folder)).toBeUndefined()
    expect(await numbers(await open())).toHaveLength(15)
  })
})

describe('after a kill -9', { timeout: 60_000 }, () => {
  it('of our process while it writes, the next start finds every acknowledged row', async () => {
    await copyUsed()
    const member = startMember(folder)
    await member.hear('opened')
    member.write()
    await member.hear('kept')
    await sleep(100)
    await member.kill()
    const acknowledged = member.heard('kept')
    const left = await serverPid(folder)
    const database = await open()
    expect(await serverPid(folder)).toBe(left)
    expect(acknowledged.length).toBeGreaterThan(0)
    expect(await numbers(database)).toEqual(expect.arrayContaining([...acknowledged]))
    await close(database)
    expect(await serverPid(folder)).toBeUndefined()
  })

  it('of PostgreSQL under load, every acknowledged row is kept and the next query succeeds', async () => {
    await copyUsed()
    const database = await open()
    await database.pool.query('create table kept (number integer primary key)')
    const acknowledged: number[] = []
    let next = 0
    let stop = false
    const write = async (): Promise<void> => {
      while (!stop) {
        const number = (next += 1)
        await database.pool.query('insert into kept values ($1)', [number]).then(
          () => acknowledged.push(number),
          () => undefined
        )
      }
    }
    const writers = Promise.all([write(), write(), write(), write()])
    while (acknowledged.length < 100) await sleep(5)
    const killed = await serverPid(folder)
    process.kill(killed ?? 0, 'SIGKILL')
    while ((await serverPid(folder)) === killed) await sleep(5)
    const before = acknowledged.length
    while (acknowledged.length < before + 100) await sleep(5)
    stop = true
    await writers
    expect(await numbers(database)).toEqual(expect.arrayContaining(acknowledged))
  })

  it('of both at once, the next start heals', async () => {
    await copyUsed()
    const member = startMember(folder)
    await member.hear('opened')
    member.write()
    await member.hear('kept')
    await sleep(100)
    process.kill((await serverPid(folder)) ?? 0, 'SIGKILL')
    await member.kill()
    const database = await open()
    expect(await numbers(database)).toEqual(expect.arrayContaining([...member.heard('kept')]))
  })

  it('and a new process with the old number, PostgreSQL starts all the same', async () => {
    await copyUsed()
    const database = await open()
    const pidFile = join(folder, 'postgres', 'postmaster.pid')
    const text = await readFile(pidFile, 'utf8')
    await close(database)
    await writeFile(pidFile, text.replace(/^\d+/, String(process.pid)), { mode: 0o666 })
    const { rows } = await (await open()).pool.query('select 1 as one')
    expect(rows).toEqual([{ one: 1 }])
  })

  it('in the middle of the first start, what is left of it is cleared away', async () => {
    const locks = join(folder, 'postgres-locks')
    const draft = join(folder, 'postgres-draft-killed')
    await mkdir(locks, { recursive: true })
    await chmod(folder, 0o711)
    await writeFile(join(locks, 'lock-1'), JSON.stringify({ pid: process.pid, born: 'of another process' }))
    await mkdir(draft)
    await writeFile(join(draft, 'PG_VERSION'), '18')
    const { rows } = await (await open()).pool.query('select 1 as one')
    expect(rows).toEqual([{ one: 1 }])
    expect(await readdir(folder)).not.toContain('postgres-draft-killed')
  })

  it('of a connection or of all of them, other queries go on', async () => {
    await copyUsed()
    const { pool } = await open()
    await pool.query('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()')
    await sleep(200)
    const { rows } = await pool.query('select 1 as one')
    expect(rows).toEqual([{ one: 1 }])
  })

  it('of PostgreSQL, each role goes on over connections of its own', async () => {
    await copyUsed()
    const keyFolder = join(folder, '..', 'keys')
    const database = await open(folder, keyFolder)
    const whoAmI = async (role: Role) =>
      (await database.as(role).pool.query<{ name: string }>('select session_user as name')).rows[0]?.name
    const before = await Promise.all(roles.map(whoAmI))
    const killed = (await serverPid(folder)) ?? 0
    process.kill(killed, 'SIGKILL')
    while ((await serverPid(folder)) === killed) await sleep(5)
    expect(await Promise.all(roles.map(whoAmI))).toEqual(before)
    expect(before).toEqual(roles.map(role => expect.stringMatching(`^earshot_${role}_`)))
  })

  it('of PostgreSQL while its disk is away, queries fail as away, and succeed when it is back', async () => {
    await copyUsed()
    const { pool } = await open()
    const pid = (await serverPid(folder)) ?? 0
    await rename(folder, `${folder}-away`)
    process.kill(pid, 'SIGKILL')
    await sleep(200)
    const error: unknown = await pool.query('select 1').catch((reason: unknown) => reason)
    expect(isDatabaseAway(error)).toBe(true)
    expect(String(error)).toMatch(/no longer in .*Bring the folder back/)
    await rename(`${folder}-away`, folder)
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })
})
