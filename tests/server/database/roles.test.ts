import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Database } from '../../../server/database/client.ts'
import { openDatabase } from '../../../server/database/client.ts'
import { grantsAstray } from '../../../server/database/granted.ts'
import { roles, type Role } from '../../../server/database/roles.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'
import { command, databaseUrl } from '../../support/postgres.ts'

let house: House
let consultation: string
let version: string

beforeAll(async () => {
  house = await openHouse()
  const opened = await openConsultation(house)
  consultation = opened.id
  version = opened.version.id
})
afterAll(() => house.close())

const attempt = (role: Role, statement: string) => house.database.as(role).pool.query(statement)

describe('the roles of the database', () => {
  it('are separate, and none is more than a user', async () => {
    expect(house.database.shared).toBeUndefined()
    for (const role of roles) {
      const { rows } = await attempt(
        role,
        `select session_user as name, current_user = session_user as same, rolsuper, rolcreaterole, rolcreatedb,
          rolreplication, rolbypassrls from pg_roles where rolname = current_user`
      )
      expect(rows).toEqual([
        {
          name: expect.stringMatching(new RegExp(`^earshot_${role}_\\d+_[0-9a-f]{8}$`)),
          same: true,
          rolsuper: false,
          rolcreaterole: false,
          rolcreatedb: false,
          rolreplication: false,
          rolbypassrls: false
        }
      ])
    }
  })

  it('have been decided on for every table', async () => {
    expect(await tableOfRights()).toEqual(decided)
    expect(await grantsAstray(house.database.pool)).toEqual({ missing: [], excess: [] })
  })
})

/** table · admission · pourer · reader · secretariat; S select, I insert, U update, D delete, T truncate, small: of some columns. */
const decided = `
answer_files         .    SI   .    .
audit_log            .    I    .    SI
card_batches         .    S    .    SIUD
cards                su   s    .    sIu
comparabilities      .    .    S    SI
concerns             .    sID  .    sD
consultations        Su   Su   S    SIu
helplines            S    .    .    SIUD
lifecycle_events     S    S    S    SI
live_pours           .    SI   .    .
meetings             S    S    S    SIU
pending_marks        sI   SD   .    .
release_populations  .    SI   .    .
releases             .    SI   S    S
remarks              .    SID  .    .
resend_turn          Su   SU   .    .
resends_even         sI   T    .    .
resends_odd          sI   T    .    .
responses            .    SIuD .    .
room_entries         sI   s    .    .
rooms                Su   S    .    SIu
spent_marks          s    SI   .    .
token_keys           S    S    S    SI
versions             S    S    S    SI
waiting              I    SID  .    .
waiting_keys         Su   SIuD .    SI
`.trim()

/** As PostgreSQL itself answers it, of all tables that there are. */
async function tableOfRights(): Promise<string> {
  const { rows } = await house.database.pool.query<{ name: string; role: string; rights: string }>(
    `select relname as name, role, concat(
        case when has_table_privilege(role, c.oid, 'SELECT') then 'S' when has_any_column_privilege(role, c.oid, 'SELECT') then 's' end,
        case when has_table_privilege(role, c.oid, 'INSERT') then 'I' when has_any_column_privilege(role, c.oid, 'INSERT') then 'i' end,
        case when has_table_privilege(role, c.oid, 'UPDATE') then 'U' when has_any_column_privilege(role, c.oid, 'UPDATE') then 'u' end,
        case when has_table_privilege(role, c.oid, 'DELETE') then 'D' end,
        case when has_table_privilege(role, c.oid, 'TRUNCATE') then 'T' end,
        case when has_table_privilege(role, c.oid, 'TRIGGER, REFERENCES') then '!' end) as rights
      from pg_class c cross join unnest($1::text[]) with ordinality as r (role, place)
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by relname, place`,
    [roles.map(role => `earshot_${role}`)]
  )
  const names = [...new Set(rows.map(({ name }) => name))]
  return names
    .map(name => {
      const rights = rows.filter(row => row.name === name).map(row => (row.rights || '.').padEnd(4))
      return `${name.padEnd(20)} ${rights.join(' ')}`.trimEnd()
    })
    .join('\n')
}

describe('what is refused to everybody but the owner', () => {
  it.each(roles.flatMap(role => forbiddenToAll().map(statement => [role, statement] as const)))(
    '%s: %s',
    async (role, statement) => {
      await expect(attempt(role, statement)).rejects.toMatchObject({ code: refusal })
    }
  )
})

const refusal = expect.stringMatching(/^(42501|0LP01|28000)$/)

function forbiddenToAll(): string[] {
  return [
    'select * from pg_authid',
    'select * from pg_statistic',
    `copy releases to program 'cat'`,
    `copy releases to '/tmp/earshot-releases'`,
    `select pg_read_file('postgresql.conf')`,
    `select pg_ls_waldir()`,
    `select lo_import('/etc/passwd')`,
    'set role earshot',
    'set session authorization earshot',
    ...roles.map(role => `alter role earshot_${role} superuser`),
    'create role mine',
    'create table public.mine (a integer)',
    'create temporary table mine (a integer)',
    'create extension file_fdw',
    `alter system set log_statement = 'all'`,
    `set log_statement = 'all'`,
    'set session_replication_role = replica',
    'alter table responses add column at timestamptz',
    'alter table releases disable trigger kept',
    'drop trigger kept on releases',
    'truncate releases',
    'truncate waiting',
    `update releases set body = ''`,
    'delete from releases',
    'delete from audit_log',
    `update audit_log set by = ''`,
    'delete from versions',
    'update consultations set demonstration = true',
    'delete from consultations',
    'update responses set record_key = 0',
    'update cards set hash = null',
    'delete from token_keys',
    'select * from drizzle.__drizzle_migrations'
  ]
}

describe('what a role is refused', () => {
  it.each<[Role, string]>([
    ['admission', 'select sealed from waiting'],
    ['admission', 'select id from waiting'],
    ['admission', 'select xmin from waiting'],
    ['admission', 'select count(*) from waiting'],
    ['admission', 'insert into waiting select * from waiting'],
    ['admission', 'insert into waiting default values returning id'],
    ['admission', 'copy waiting to stdout'],
    ['admission', 'delete from waiting'],
    ['admission', 'select answers from responses'],
    [
      'admission',
      `insert into responses (version_id, answers, record_key) values (gen_random_uuid(), '{}', 0)`
    ],
    ['admission', 'delete from resends_even'],
    ['admission', 'truncate resends_even'],
    ['admission', 'update resend_turn set day = 0'],
    ['pourer', 'select xmin, hash from resends_even'],
    ['admission', 'select count(*) from responses'],
    ['admission', 'select text from remarks'],
    ['admission', 'select * from release_populations'],
    ['admission', 'select * from releases'],
    ['admission', 'select * from audit_log'],
    ['admission', `insert into audit_log (at, by, did) values (now(), '', '')`],
    ['admission', 'insert into concerns (consultation_id, sealed) values (gen_random_uuid(), null)'],
    ['admission', 'select sealed from concerns'],
    ['admission', 'select xmin, mark from pending_marks'],
    ['admission', 'select xmin, mark from spent_marks'],
    ['admission', 'delete from pending_marks'],
    ['admission', `insert into spent_marks values (gen_random_uuid(), '')`],
    ['admission', 'select xmin, hash from resends_even'],
    ['admission', 'select xmin, hash from cards'],
    ['admission', 'insert into cards default values'],
    ['admission', 'update cards set void = false'],
    ['admission', 'delete from cards'],
    ['admission', 'select xmin from room_entries'],
    ['admission', 'delete from room_entries'],
    ['admission', 'update rooms set quota = 10000'],
    ['admission', 'update consultations set admits = true'],
    ['admission', `update consultations set policy = '{}'`],
    ['admission', 'update waiting_keys set open = true'],
    ['admission', 'delete from waiting_keys'],
    ['admission', `insert into token_keys values (gen_random_uuid(), 'cards', '')`],
    ['admission', `select sent_in_tens(gen_random_uuid())`],
    ['admission', 'set role earshot_pourer'],

    ['reader', 'select answers from responses'],
    ['reader', 'select count(*) from responses'],
    ['reader', 'select 1 from responses limit 0'],
    ['reader', 'select text from remarks'],
    ['reader', 'select sealed from waiting'],
    ['reader', 'select sealed from concerns'],
    ['reader', 'select * from pending_marks'],
    ['reader', 'select * from spent_marks'],
    ['reader', 'select * from cards'],
    ['reader', 'select * from card_batches'],
    ['reader', 'select * from room_entries'],
    ['reader', 'select * from resends_even'],
    ['reader', 'select * from release_populations'],
    ['reader', 'select * from audit_log'],
    ['reader', `insert into releases values (gen_random_uuid(), 1, '', '')`],
    ['reader', 'update consultations set paused = true'],
    ['reader', 'select * from consultations for share'],
    ['reader', `select sent_in_tens(gen_random_uuid())`],
    ['reader', 'set role earshot_pourer'],

    ['secretariat', 'select answers from responses'],
    ['secretariat', 'select count(*) from responses'],
    ['secretariat', 'select text from remarks'],
    ['secretariat', 'select sealed from waiting'],
    ['secretariat', 'select count(*) from waiting'],
    ['secretariat', 'select xmin, sealed from concerns'],
    ['secretariat', 'select * from pending_marks'],
    ['secretariat', 'select * from spent_marks'],
    ['secretariat', 'select * from resends_odd'],
    ['secretariat', 'select redeemed_for from cards'],
    ['secretariat', 'select xmin, hash from cards'],
    ['secretariat', 'update cards set redeemed_for = null'],
    ['secretariat', 'select * from room_entries'],
    ['secretariat', 'select * from release_populations'],
    ['secretariat', `insert into releases values (gen_random_uuid(), 1, '', '')`],
    ['secretariat', `update consultations set emptied = 'poured'`],
    ['secretariat', 'update waiting_keys set open = true'],
    ['secretariat', 'set role earshot_reader'],

    ['pourer', 'insert into cards default values'],
    ['pourer', 'select hash from cards'],
    ['pourer', 'select sealed from concerns'],
    ['pourer', `insert into pending_marks values (gen_random_uuid(), '')`],
    ['pourer', 'delete from spent_marks'],
    ['pourer', 'select * from audit_log'],
    ['pourer', 'update consultations set policy = null'],
    ['pourer', 'update waiting set sealed = null'],
    ['pourer', 'update waiting_keys set public_key = null'],
    ['pourer', 'set role earshot_secretariat']
  ])('%s: %s', async (role, statement) => {
    await expect(attempt(role, statement)).rejects.toMatchObject({ code: refusal })
  })

  it('admission locks a consultation and changes nothing of it, not even its id', async () => {
    await attempt('admission', `select id from consultations where id = '${consultation}' for share`)
    for (const table of ['consultations set id', 'waiting_keys set id', 'rooms set consultation_id'])
      await attempt('admission', `update ${table} = default where false`)
    await expect(
      attempt('admission', 'update consultations set id = gen_random_uuid()')
    ).rejects.toMatchObject({ code: '23000' })
    await expect(attempt('admission', 'update resend_turn set "only" = false')).rejects.toMatchObject({
      code: '23514'
    })
  })

  it('the secretariat counts what was sent in whole tens', async () => {
    const { pool } = house.database
    const count = async () =>
      (await attempt('secretariat', `select sent_in_tens('${version}') as sent`)).rows[0]
    const store = (many: number) =>
      pool.query(
        `insert into responses (version_id, answers, record_key)
        select '${version}', '{}', n from generate_series(1, ${many}) n`
      )
    await store(9)
    expect(await count()).toEqual({ sent: 0 })
    await store(14)
    expect(await count()).toEqual({ sent: 20 })
    await pool.query(
      `insert into waiting (version_id, key_id, sealed) select '${version}', gen_random_uuid(), '' from generate_series(1, 7)`
    )
    expect(await count()).toEqual({ sent: 30 })
  })
})

describe('a login of one database', () => {
  it('is not let into another database of the same cluster', async () => {
    const other = await openHouse()
    const ours = new URL(house.database.as('pourer').pool.options.connectionString ?? '')
    ours.pathname = new URL(other.url).pathname
    const client = new pg.Client({ connectionString: ours.href })
    await expect(client.connect()).rejects.toMatchObject({ code: '42501' })
    await other.close()
  })
})

describe('a database whose owner may not make roles', () => {
  let name: string
  let database: Database
  const server = inject('postgresUrl')

  beforeAll(async () => {
    name = `plain_${randomBytes(6).toString('hex')}`
    await command(server, `create role ${name} login password 'marker'`)
    await command(server, `create database ${name} owner ${name}`)
    const url = databaseUrl(server, name)
    database = await openDatabase({
      databaseUrl: `${url}${url.includes('?') ? '&' : '?'}user=${name}&password=marker`,
      dataFolder: { path: 'unused', explicit: true },
      keyFolder: house.keyFolder,
      say: () => undefined
    })
  })
  afterAll(async () => {
    await database.close()
    await command(server, `drop database ${name} with (force)`)
    await command(server, `drop role ${name}`)
  })

  it('works as its owner, and says so', async () => {
    expect(database.shared).toMatch(/^the owner of the database may not make its roles/)
    const { rows } = await database.as('reader').pool.query('select session_user as name')
    expect(rows).toEqual([{ name }])
  })
})
