import { problem, unknowable, warning, type Check, type Finding } from './check.ts'
import { settingsNamed } from './settings.ts'

/** The longest that copies may be kept, in days. */
const longestBackup = 35

/** Where the write-ahead log goes: it holds every change with its moment, sealed answers and what was poured alike. */
export const archiving: Check = {
  name: 'archiving',
  async look({ pool }) {
    const values = await settingsNamed(pool, ['archive_mode', 'wal_level', 'summarize_wal', 'wal_keep_size'])
    const found: Finding[] = []
    const archive = values.get('archive_mode')
    if (archive !== undefined && archive !== 'off')
      found.push(
        warning(
          'The write-ahead log is archived: every change, with its moment.',
          `Delete archived logs and base backups after ${longestBackup} days at most, and keep EARSHOT_KEYS out of them.`
        )
      )
    if (values.get('wal_level') === 'logical')
      found.push(
        warning(
          'wal_level is logical: the log can be read as a list of changes.',
          "ALTER SYSTEM SET wal_level = 'replica'; and start PostgreSQL anew."
        )
      )
    if (values.get('summarize_wal') === 'on')
      found.push(
        warning(
          'summarize_wal is on: summaries tell which blocks changed between which moments.',
          'ALTER SYSTEM SET summarize_wal = off; SELECT pg_reload_conf();'
        )
      )
    const { rows } = await pool.query<{ name: string; logical: boolean; drop: string }>(
      `select slot_name as name, slot_type = 'logical' as logical,
        format('SELECT pg_drop_replication_slot(%L);', slot_name) as drop from pg_replication_slots`
    )
    for (const { name, logical, drop } of rows) {
      found.push(
        logical
          ? problem(`The replication slot ${name} hands out every change in its order.`, drop)
          : warning(`The replication slot ${name} keeps the write-ahead log for somebody else.`, drop)
      )
    }
    const publications = await pool.query<{ name: string }>(
      'select quote_ident(pubname) as name from pg_publication'
    )
    for (const { name } of publications.rows)
      found.push(
        problem(`The publication ${name} offers changes to subscribers.`, `DROP PUBLICATION ${name};`)
      )
    return [
      ...found,
      unknowable(
        'Copies of the disk, snapshots of the machine and dumps are made outside the database.',
        `Keep none for longer than ${longestBackup} days, and none together with EARSHOT_KEYS.`
      )
    ]
  }
}
