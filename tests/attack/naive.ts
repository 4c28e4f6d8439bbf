import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { inOrderOfWriting, placesIn } from './bytes.ts'
import type { Child, Evidence } from './evidence.ts'
import { spyOn } from './spy.ts'
import type { Tools } from './tools.ts'

const tables = [
  { table: 'naive_cards', name: 'hash', varying: 'hash' },
  { table: 'naive_answers', name: 'uuid_send(id)', varying: 'array_send(answers)' }
]

/**
 * What careful people build who do not know PostgreSQL: a card is marked as used in one transaction, its answers are
 * inserted in another, with a random id and without a time, and nothing refers to anything.
 */
export async function holdNaive(
  pool: pg.Pool,
  count: number,
  tools?: Tools
): Promise<{ readonly evidence: Evidence; readonly truth: readonly (string | undefined)[] }> {
  await pool.query(`create table naive_cards (hash bytea primary key, used boolean not null);
    create table naive_answers (id uuid primary key default gen_random_uuid(), answers smallint[] not null)`)
  const cards = Array.from({ length: count }, () => randomBytes(32))
  for (const card of cards.toSorted(Buffer.compare))
    await pool.query('insert into naive_cards values ($1, false)', [card])
  const spy = await spyOn(pool, tables)
  const children: Child[] = []
  for (const [second, hash] of cards.entries()) {
    await pool.query('update naive_cards set used = true where hash = $1', [hash])
    await pool.query('insert into naive_answers (answers) values ($1)', [[second, 1, 2, 3]])
    const card = hash.toString('hex')
    children.push({ language: 'en', card, mark: card, second })
    await spy.look(second)
  }
  await spy.takeWal()
  const { rows } = await pool.query<{ name: string; child: number }>(
    "select encode(uuid_send(id), 'hex') as name, answers[1] as child from naive_answers"
  )
  const poured = (await spy.rowsOf('naive_answers')).map(row => ({ ...row, language: 'en', recordKey: 0n }))
  const names = spy.sightings.map(({ name }) => name)
  const files = new Map<string, number>()
  for (const { table } of tables)
    for (const [name, at] of inOrderOfWriting(placesIn(await spy.fileOf(await spy.pathOf(table)), names)))
      files.set(name, at)
  const evidence: Evidence = {
    children,
    sightings: spy.sightings,
    tickets: 'naive_cards',
    turns: [{ second: count, before: [], after: [], poured }],
    wal: placesIn(spy.wal(), names),
    dump: (await tools?.dump(spy.walStart, spy, ['naive_cards', 'naive_answers'])) ?? new Map(),
    files,
    backup: new Map(),
    log: ''
  }
  const own = new Map(rows.map(({ name, child }) => [child, name]))
  return { evidence, truth: children.map((_, at) => own.get(at)) }
}
