import { chmod, copyFile, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { readConfig } from '../../../server/config.ts'
import { openDatabase } from '../../../server/database/client.ts'
import { examine, type Diagnosis } from '../../../server/doctor/index.ts'
import { roles } from '../../../server/database/roles.ts'
import { commandLine } from '../../support/command-line.ts'
import { makeFolder } from '../../support/folder.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'
import { command, databaseUrl } from '../../support/postgres.ts'

let house: House
let name: string
let version: string

beforeAll(async () => {
  house = await openHouse()
  version = (await openConsultation(house)).version.id
  const { rows } = await house.database.pool.query<{ name: string }>('select current_database() as name')
  name = rows[0]!.name
})
afterAll(() => house.close())

const sql = (statement: string) => house.database.pool.query(statement)

/** What the doctor finds on connections of its own, as the command line would. */
async function found(check: string, environment: Record<string, string> = {}): Promise<Diagnosis[]> {
  const pool = new pg.Pool({ connectionString: house.url, max: 1 })
  try {
    const config = readConfig({ DATABASE_URL: house.url, EARSHOT_KEYS: house.keyFolder, ...environment })
    const { shared } = house.database
    const all = await examine({ config, pool, shared, now: house.now() })
    return all.filter(each => each.check === check)
  } finally {
    await pool.end()
  }
}

const problem = (says: string | RegExp, remedy: string | RegExp) => ({
  state: 'problem',
  says: expect.stringMatching(says),
  remedy: expect.stringMatching(remedy)
})

describe('a sound installation', () => {
  it('is told in a line for each thing that is looked at', async () => {
    for (const check of [
      'schema',
      'promises',
      'roles',
      'keys',
      'waiting',
      'timestamps',
      'statistics',
      'extensions'
    ])
      expect(await found(check), check).toEqual([
        expect.objectContaining({ state: 'ok', says: expect.stringMatching(/\.$/) })
      ])
  })
})

/** Each is undone before the next. */
const undo: string[] = []
afterEach(async () => {
  for (const statement of undo.splice(0)) await sql(statement)
})
async function change(statement: string, back: string): Promise<void> {
  await sql(statement)
  undo.unshift(back)
}

describe('a setting that leaks', () => {
  it.each([
    ['statements', 'log_statement', `'all'`, 'problem'],
    ['statements', 'log_statement', `'mod'`, 'problem'],
    ['statements', 'log_min_duration_statement', '0', 'problem'],
    ['statements', 'log_duration', 'on', 'problem'],
    ['statements', 'log_transaction_sample_rate', '0.5', 'problem'],
    ['statements', 'log_parameter_max_length_on_error', '-1', 'problem'],
    ['statements', 'log_min_error_statement', `'error'`, 'warning'],
    ['statements', 'log_error_verbosity', `'verbose'`, 'warning'],
    ['durability', 'synchronous_commit', 'off', 'problem']
  ])('%s: %s = %s', async (check, setting, value, state) => {
    await change(
      `alter database ${name} set ${setting} = ${value}`,
      `alter database ${name} reset ${setting}`
    )
    expect(await found(check)).toContainEqual(
      expect.objectContaining({
        state,
        says: expect.stringMatching(
          `^${setting} is ${value.replaceAll("'", '')} for DATABASE ${name}, which `
        ),
        remedy: `ALTER DATABASE ${name} RESET ${setting};`
      })
    )
  })

  it('is found where it is set for one of our logins only', async () => {
    const { user } = new pg.Client({
      connectionString: house.database.as('admission').pool.options.connectionString
    })
    await change(`alter role ${user} set log_statement = 'all'`, `alter role ${user} reset log_statement`)
    expect(await found('statements')).toContainEqual(
      expect.objectContaining(problem(`^log_statement is all for ROLE ${user}`, `^ALTER ROLE ${user} RESET`))
    )
  })

  it('is found where it is set for the whole server', async () => {
    // Tests need not outlive a power cut; see global-setup.ts.
    expect(await found('durability')).toContainEqual(
      expect.objectContaining(
        problem('^fsync is off', '^ALTER SYSTEM SET fsync = on; SELECT pg_reload_conf\\(\\);$')
      )
    )
  })

  it('is a publication of changes', async () => {
    await change('create publication ours for all tables', 'drop publication ours')
    expect(await found('archiving')).toContainEqual(
      expect.objectContaining(problem('ours offers changes', '^DROP PUBLICATION ours;$'))
    )
  })
})

describe('a table that was changed by hand', () => {
  it.each([
    [
      'a time',
      'alter table responses add at timestamptz',
      'alter table responses drop at',
      'responses.at is timestamp'
    ],
    ['a number', 'alter table remarks add n bigserial', 'alter table remarks drop n', 'remarks.n is bigint'],
    [
      'an address',
      'alter table waiting add place inet',
      'alter table waiting drop place',
      'waiting.place is inet'
    ],
    ['a word', 'alter table cards add who text', 'alter table cards drop who', 'cards.who is none of ours'],
    [
      'a tie',
      'alter table cards add constraint tie foreign key (batch_id) references card_batches',
      'alter table cards drop constraint tie',
      'cards is tied to card_batches'
    ],
    [
      'a trigger',
      'create trigger spy after insert on waiting for each row execute function refuse_change()',
      'drop trigger spy on waiting',
      'waiting has the trigger spy'
    ]
  ])('is found: %s', async (_, statement, back, says) => {
    await change(statement, back)
    expect(await found('schema')).toContainEqual(
      expect.objectContaining(problem(`^${says}`, 'bring back the copy'))
    )
  })

  it('is found when a promise is switched off', async () => {
    await change('alter table releases disable trigger kept', 'alter table releases enable trigger kept')
    expect(await found('promises')).toEqual([
      expect.objectContaining(
        problem('trigger kept of releases', '^ALTER TABLE releases ENABLE TRIGGER kept;')
      )
    ])
  })

  it('is found when samples of what people sent are kept', async () => {
    await change(
      'alter table waiting alter column sealed set statistics 100',
      'alter table waiting alter column sealed set statistics 0'
    )
    expect(await found('statistics')).toEqual([
      expect.objectContaining(
        problem('waiting.sealed', 'ALTER TABLE waiting ALTER COLUMN sealed SET STATISTICS 0')
      )
    ])
  })

  it('is found by an id that is not chance, and by a length of its own', async () => {
    const row = (id: string, sealed: string) =>
      `('${version}', '${id}', '${crypto.randomUUID()}', '${sealed}')`
    await change(
      `insert into waiting values ${row('6fa459ea-ee8a-11ca-894e-db77e160355e', 'one')}, ${row(crypto.randomUUID(), 'three')}`,
      'delete from waiting'
    )
    const says = (await found('schema')).map(each => each.says)
    expect(says).toEqual(
      [
        'waiting has ids that are not random (uuid version 4).',
        `Sealed answers of the version ${version} have several lengths.`
      ].map(text => expect.stringContaining(text))
    )
  })
})

describe('rights that somebody changed', () => {
  it.each([
    [
      'grant select on responses to earshot_reader',
      'revoke select on responses from earshot_reader',
      'responses reader SELECT'
    ],
    [
      'grant select (sealed) on waiting to earshot_admission',
      'revoke select (sealed) on waiting from earshot_admission',
      'waiting admission SELECT \\(sealed\\)'
    ],
    ['grant select on remarks to public', 'revoke select on remarks from public', 'remarks public SELECT'],
    [
      'grant execute on function sent_in_tens to public',
      'revoke execute on function sent_in_tens from public',
      'sent_in_tens public EXECUTE'
    ]
  ])('are found: %s', async (statement, back, line) => {
    await change(statement, back)
    expect(await found('roles')).toEqual([
      expect.objectContaining(problem(`More than was decided is granted: ${line}`, 'Start the server anew'))
    ])
  })

  it('are put right at the next start', async () => {
    await sql('grant select on responses to earshot_reader')
    await sql('revoke select on consultations from earshot_reader')
    const again = await openDatabase({
      databaseUrl: house.url,
      dataFolder: { path: 'unused', explicit: true },
      keyFolder: house.keyFolder,
      say: () => undefined
    })
    await again.close()
    expect(await found('roles')).toEqual([expect.objectContaining({ state: 'ok' })])
  })

  it('are found where a login of ours may more than log in', async () => {
    const { user } = new pg.Client({
      connectionString: house.database.as('reader').pool.options.connectionString
    })
    await change(`alter role ${user} createdb`, `alter role ${user} nocreatedb`)
    expect(await found('roles')).toEqual([
      expect.objectContaining(problem(`${user} may more`, `^ALTER ROLE ${user} NOCREATEDB;$`))
    ])
  })

  it('are found where other keys have made logins, and those of before still work', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'earshot-other-keys-'))
    const other = await openDatabase({
      databaseUrl: house.url,
      dataFolder: { path: 'unused', explicit: true },
      keyFolder: folder,
      say: () => undefined
    })
    expect(other.shared).toBeUndefined()
    await other.as('reader').pool.query('select 1')
    await other.close()
    await rm(folder, { recursive: true })
    const strangers = (await found('who else')).filter(({ says }) => says.includes('not made with these'))
    expect(strangers).toHaveLength(4)
    await house.database.as('pourer').pool.query('select 1')
    for (const { remedy = '' } of strangers) await sql(remedy.slice(remedy.indexOf(': ') + 2))
    expect((await found('who else')).filter(({ says }) => says.includes('not made with'))).toEqual([])
  })

  it('are said to be lost where there are no roles, and what is lost', async () => {
    const pool = new pg.Pool({ connectionString: house.url })
    const config = readConfig({ DATABASE_URL: house.url, EARSHOT_KEYS: house.keyFolder })
    const all = await examine({ config, pool, shared: 'the host said no', now: house.now() })
    await pool.end()
    expect(all).toContainEqual({
      check: 'roles',
      state: 'warning',
      says: expect.stringMatching(/the host said no\. Lost: .*could read answers/),
      remedy: expect.stringContaining('CREATE ROLE earshot_admission NOLOGIN;')
    })
  })
})

describe('keys', () => {
  it('that others on the machine may read are found', async () => {
    const file = join(house.keyFolder, 'noise.key')
    await chmod(file, 0o644)
    expect(await found('key folder')).toContainEqual(
      expect.objectContaining(problem('noise.key can be reached', '^chmod 600 /'))
    )
    await chmod(file, 0o600)
    await chmod(house.keyFolder, 0o755)
    expect(await found('key folder')).toContainEqual(
      expect.objectContaining(problem('can be reached', '^chmod 700 /'))
    )
    await chmod(house.keyFolder, 0o700)
    expect((await found('key folder')).map(({ state }) => state)).toEqual(['ok', 'unknowable'])
  })

  it('that lie together with the data are found', async () => {
    const together = await found('key folder', { EARSHOT_DATA: house.keyFolder })
    expect(together).toContainEqual(
      expect.objectContaining(problem('lie together with the data', 'Move the keys'))
    )
  })

  it('that are gone or are others are found, by the consultation that needs them', async () => {
    const [file, aside] = ['noise.key', 'aside'].map(each => join(house.keyFolder, each)) as [string, string]
    await rename(file, aside)
    expect(await found('keys')).toEqual([
      expect.objectContaining(problem('no key file', 'Nothing can replace it'))
    ])
    await writeFile(file, 'ab'.repeat(32), { mode: 0o600 })
    expect(await found('keys')).toEqual([
      expect.objectContaining(problem('getting-help was opened with another noise key', 'Bring back'))
    ])
    await rename(aside, file)
  })
})

describe('the keys of a waiting room', () => {
  it('are found missing, in one place only, and left over', async () => {
    expect(await found('waiting')).toEqual([expect.objectContaining({ state: 'ok' })])
    const { rows } = await house.database.pool.query<{ id: string }>('select id from waiting_keys where open')
    const id = rows[0]!.id
    const [one, copy] = ['waiting-room', 'waiting-room-copy'].map(place =>
      join(house.keyFolder, place, `${id}.key`)
    ) as [string, string]
    const aside = join(house.keyFolder, 'aside')
    await rename(copy, aside)
    expect(await found('waiting')).toEqual([
      expect.objectContaining(problem(`${id} of getting-help lies in one`, '^Copy '))
    ])
    await writeFile(copy, 'damaged', { mode: 0o600 })
    await rename(one, `${aside}-too`)
    expect(await found('waiting')).toEqual([
      expect.objectContaining(
        problem(`Answers to getting-help .* its private half is not in`, '^Bring the folder')
      )
    ])
    await rename(`${aside}-too`, one)
    await rename(aside, copy)
    const other = join(house.keyFolder, 'waiting-room', `${crypto.randomUUID()}.key`)
    await copyFile(one, other)
    expect(await found('waiting')).toEqual([
      expect.objectContaining({ state: 'warning', remedy: expect.stringContaining('shred -u') })
    ])
    await rm(other)
  })
})

describe('the command', () => {
  it('prints a line for each finding, and ends with 1 where there is a problem', async () => {
    const earshot = commandLine({ DATABASE_URL: house.url, EARSHOT_KEYS: house.keyFolder })
    const { code, out } = await earshot('doctor')
    expect(out).toMatch(/^ok {10}schema {7}\d+ migrations; 10 tables/m)
    expect(out).toMatch(/^problem {5}durability {3}fsync is off.*\n +→ ALTER SYSTEM SET fsync = on;/m)
    expect(code).toBe(1)
    const json = await earshot('doctor', '--json')
    expect(JSON.parse(json.out)).toContainEqual(
      expect.objectContaining({ check: 'durability', state: 'problem' })
    )
  })
})

describe('an owner who may make roles and is no superuser', () => {
  const owner = `owner_${randomBytes(6).toString('hex')}`
  const server = inject('postgresUrl')
  afterAll(async () => {
    await command(server, `drop database ${owner} with (force)`)
    const made = `select format('drop role if exists %I', rolname) as drop from pg_roles where rolname ~ '^earshot_[a-z]+_' and not
      exists (select from pg_database d where rolname like 'earshot\\_%\\_' || d.oid || '\\_%')`
    for (const { drop } of (await house.database.pool.query<{ drop: string }>(made)).rows) await sql(drop)
    await command(server, `drop role ${owner}`)
  })

  it('has all parts separate, and can be looked at', async () => {
    await command(server, `create role ${owner} login createrole password 'marker'`)
    const groups = roles.map(role => `earshot_${role}`).join(', ')
    await command(server, `grant ${groups} to ${owner} with admin option`)
    await command(server, `create database ${owner} owner ${owner}`)
    const url = databaseUrl(server, owner)
    const database = await openDatabase({
      databaseUrl: `${url}${url.includes('?') ? '&' : '?'}user=${owner}&password=marker`,
      dataFolder: { path: 'unused', explicit: true },
      keyFolder: house.keyFolder,
      say: () => undefined
    })
    expect(database.shared).toBeUndefined()
    await expect(database.as('reader').pool.query('select from responses')).rejects.toThrow(/denied/)
    const config = readConfig({ DATABASE_URL: url, EARSHOT_KEYS: house.keyFolder })
    const all = await examine({ config, pool: database.pool, shared: undefined, now: house.now() })
    await database.close()
    expect(all.filter(({ state, check }) => state === 'problem' && check !== 'durability')).toEqual([])
    expect(all).toContainEqual(expect.objectContaining({ check: 'extensions', state: 'unknowable' }))
  })
})

describe('the embedded database as it is started', () => {
  it('has no problem at all', { timeout: 240_000 }, async () => {
    const { path, remove } = await makeFolder()
    const environment = { EARSHOT_DATA: join(path, 'data'), EARSHOT_KEYS: join(path, 'keys') }
    const config = readConfig(environment)
    const { dataFolder, keyFolder } = config
    const database = await openDatabase({
      databaseUrl: undefined,
      dataFolder,
      keyFolder,
      say: () => undefined
    })
    const all = await examine({ config, pool: database.pool, shared: database.shared, now: house.now() })
    await database.close()
    await remove()
    expect(all.filter(({ state }) => state === 'problem')).toEqual([])
    // Of this machine; everything else is in our hands.
    expect(
      all.filter(({ state, check }) => state === 'warning' && check !== 'swap' && check !== 'core dumps')
    ).toEqual([])
  })
})
