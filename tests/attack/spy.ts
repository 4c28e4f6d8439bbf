import type pg from 'pg'
import { pageBytes, withoutPageHeaders } from './bytes.ts'
import type { Sighting } from './evidence.ts'

/** How the rows of a table are told apart, and which of its columns could differ in length. */
export type Watched = { readonly table: string; readonly name: string; readonly varying: string }

/** A thief who looks at a database as often as wanted, and at its files and its write-ahead log. */
export type Spy = {
  readonly sightings: readonly Sighting[]
  /** Notes which versions of rows are new. */
  look(second: number): Promise<void>
  /** All rows of a table as they stand now. */
  rowsOf(table: string): Promise<Sighting[]>
  /** Where a table's file lies in the data folder. */
  pathOf(table: string): Promise<string>
  /** The bytes of a table's file, rows that were deleted included. */
  fileOf(path: string): Promise<Buffer>
  /** The end of the write-ahead log, and where it was when the spying began. */
  walEnd(): Promise<string>
  readonly walStart: string
  /** Takes what was added to the log since the last time: PostgreSQL uses old files of it again. */
  takeWal(): Promise<void>
  wal(): Buffer
}

const segmentBytes = 16 * 1024 * 1024
/** Bytes of log written so far, and the number of the oldest transaction that may not be seen yet. */
const standing = `select (pg_current_wal_flush_lsn() - '0/0')::text as written,
  (pg_snapshot_xmin(pg_current_snapshot())::text::bigint % 4294967296)::text as unsettled`

export async function spyOn(pool: pg.Pool, tables: readonly Watched[]): Promise<Spy> {
  const sightings: Sighting[] = []
  const seen = new Set<string>()
  const taken: Buffer[] = []
  let unsettled = '0'
  // Others write to the same server, and a checkpoint of theirs must not take away what has not been read yet.
  await pool.query(`alter system set wal_keep_size = '2GB'`)
  await pool.query('select pg_reload_conf()')
  const walEnd = () => valueOf<string>('pg_current_wal_flush_lsn()::text')
  const walStart = await walEnd()
  let read = wholePages((await stand()).written)

  async function stand(): Promise<{ written: number; unsettled: string }> {
    const { rows } = await pool.query<{ written: string; unsettled: string }>(standing)
    return { written: Number(rows[0]!.written), unsettled: rows[0]!.unsettled }
  }

  async function rows(from: readonly Watched[], since: string, second: number): Promise<Sighting[]> {
    const found = await pool.query<Sighting>(from.map(each => sightingsIn(each, since)).join(' union all '))
    return found.rows.map(row => ({ ...row, second }))
  }

  async function valueOf<Value>(sql: string): Promise<Value> {
    const found = await pool.query<{ value: Value }>(`select ${sql} as value`)
    return found.rows[0]!.value
  }

  return {
    sightings,
    async look(second) {
      // What is older than every transaction still under way was there at the last look too.
      const next = await stand()
      for (const row of await rows(tables, unsettled, second)) {
        const version = `${row.table} ${row.name} ${row.xmin} ${row.place}`
        if (seen.has(version)) continue
        seen.add(version)
        sightings.push(row)
      }
      unsettled = next.unsettled
    },
    rowsOf: async table =>
      rows(
        tables.filter(each => each.table === table),
        '0',
        0
      ),
    pathOf: table => valueOf<string>(`pg_relation_filepath('${table}')`),
    async fileOf(path) {
      await pool.query('checkpoint')
      return valueOf<Buffer>(`pg_read_binary_file('${path}')`)
    },
    walEnd,
    walStart,
    async takeWal() {
      const end = wholePages((await stand()).written) + pageBytes
      while (read < end) {
        const offset = read % segmentBytes
        const length = Math.min(segmentBytes - offset, end - read)
        const file = `'pg_wal/' || pg_walfile_name('0/0'::pg_lsn + ${read + 1})`
        taken.push(
          withoutPageHeaders(await valueOf<Buffer>(`pg_read_binary_file(${file}, ${offset}, ${length})`))
        )
        read += length
      }
      // The last page was not full yet: it is read again with what comes.
      read -= pageBytes
    },
    wal: () => Buffer.concat(taken)
  }
}

const wholePages = (bytes: number): number => Math.floor(bytes / pageBytes) * pageBytes

const sightingsIn = ({ table, name, varying }: Watched, since: string): string => `
  select '${table}' as "table", encode(${name}, 'hex') as name, xmin::text::float8 as xmin,
    cmin::text::int as cmin, split_part(trim('()' from ctid::text), ',', 1)::int * 65536
      + split_part(trim('()' from ctid::text), ',', 2)::int as place,
    length(${varying}) as length
  from ${table} where xmin::text::bigint >= ${since}`
