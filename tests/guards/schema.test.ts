import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

/** Tables that grow with the number of people who answer: nothing in them may lead to a person. */
const ofRespondents = [
  'responses',
  'remarks',
  'resends_even',
  'resends_odd',
  'waiting',
  'concerns',
  'pending_marks',
  'spent_marks',
  'cards',
  'room_entries'
]

let test: TestDatabase
let columns: Map<string, string[]>

beforeAll(async () => {
  test = await openTestDatabase()
  columns = new Map()
  const found = await test.database.db.execute<{ table: string; column: string }>(sql`
    select c.relname as "table", a.attname || ' ' || format_type(a.atttypid, a.atttypmod) as "column"
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0
      and not a.attisdropped
    order by c.relname, a.attnum`)
  for (const { table, column } of found.rows) columns.set(table, [...(columns.get(table) ?? []), column])
})
afterAll(() => test.drop())

describe('the database', () => {
  it('keeps of a response its version, a random id, its answers and its key, and nothing else', () => {
    expect(columns.get('responses')).toEqual([
      'version_id uuid',
      'id uuid',
      'answers smallint[]',
      'record_key bigint'
    ])
  })

  it('keeps of a remark its question, its words, and a language and an age that many share', () => {
    expect(columns.get('remarks')).toEqual([
      'version_id uuid',
      'id uuid',
      'question text',
      'text text',
      'language text',
      'age_band text',
      'doubtful boolean'
    ])
  })

  it('keeps of a submission that came twice the hash of its random id, and nothing else', () => {
    expect(columns.get('resends_even')).toEqual(['hash bytea'])
    expect(columns.get('resends_odd')).toEqual(['hash bytea'])
  })

  it('keeps of answers that wait a random id, the key they are sealed to, and what is sealed', () => {
    expect(columns.get('waiting')).toEqual(['version_id uuid', 'id uuid', 'key_id uuid', 'sealed bytea'])
  })

  it('keeps of what was spent to come in a mark, and nothing else', () => {
    for (const table of ['pending_marks', 'spent_marks'])
      expect(columns.get(table)).toEqual(['consultation_id uuid', 'mark bytea'])
  })

  it('knows times of what was done to a consultation or a helpline, never of an answer', () => {
    const timed = [...columns]
      .filter(([, all]) =>
        all.some(column => /time|date|interval/.test(column.split(' ').slice(1).join(' ')))
      )
      .map(([table]) => table)
    expect(timed.sort()).toEqual([
      'audit_log',
      'card_batches',
      'comparabilities',
      'consultations',
      'helplines',
      'lifecycle_events',
      'meetings'
    ])
  })

  it('has no place for who somebody is, where from, or with what they came', () => {
    const telling =
      /\b(ip|inet|cidr|macaddr\d*|address|agent|device|browser|phone|e?mail|session|cookie|birth\w*|latitude|longitude)\b/
    const all = [...columns].flatMap(([table, names]) =>
      names.map(name => `${table} ${name.replaceAll('_', ' ')}`)
    )
    expect(all.filter(name => telling.test(name))).toEqual([])
  })

  it('counts no answers up: no order in which they came can be read from a number', async () => {
    const counting = await test.database.db.execute<{ name: string }>(sql`
      select distinct c.relname as name from pg_depend d
      join pg_class s on s.oid = d.objid and s.relkind = 'S'
      join pg_class c on c.oid = d.refobjid and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`)
    expect(counting.rows.map(row => row.name)).toEqual(['audit_log'])
    const defaults = await test.database.db.execute<{ table: string; value: string }>(sql`
      select table_name as "table", column_default as value from information_schema.columns
      where table_schema = 'public' and column_default is not null`)
    const given = defaults.rows.filter(({ table }) => ofRespondents.includes(table))
    expect([...new Set(given.map(({ value }) => value))]).toEqual(['gen_random_uuid()'])
  })

  it('ties no answer to anything by a foreign key', async () => {
    const tied = await test.database.db.execute<{ from: string; to: string }>(sql`
      select conrelid::regclass::text as "from", confrelid::regclass::text as "to" from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace`)
    const names = tied.rows.flatMap(({ from, to }) => [from, to])
    expect(names.filter(name => ofRespondents.includes(name))).toEqual([])
  })

  it('has no trigger that writes down when an answer came', async () => {
    const triggers = await test.database.db.execute<{ table: string }>(sql`
      select tgrelid::regclass::text as "table" from pg_trigger where not tgisinternal`)
    expect(triggers.rows.filter(({ table }) => ofRespondents.includes(table))).toEqual([])
  })
})
