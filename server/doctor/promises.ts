import { ok, problem, type Check } from './check.ts'

/** Triggers by which the database keeps what was promised, whoever asks it to change; `table trigger`. */
const promised = [
  'audit_log kept',
  'audit_log kept_whole',
  'comparabilities kept',
  'comparabilities kept_whole',
  'consultations kept',
  'consultations kept_apart',
  'consultations kept_id',
  'consultations kept_target',
  'lifecycle_events kept',
  'lifecycle_events kept_whole',
  'live_pours kept',
  'live_pours kept_whole',
  'release_populations kept',
  'release_populations kept_whole',
  'releases kept',
  'releases kept_whole',
  'rooms kept_id',
  'token_keys kept',
  'token_keys kept_whole',
  'versions kept',
  'versions kept_whole',
  'waiting_keys kept'
]

/** What was promised at the opening, and what was published, is kept by the database itself. */
export const promises: Check = {
  name: 'promises',
  async look({ pool }) {
    const { rows } = await pool.query<{ name: string }>(
      `select concat_ws(' ', relname, tgname) as name from pg_trigger join pg_class c on c.oid = tgrelid
      where relnamespace = 'public'::regnamespace and not tgisinternal and tgenabled in ('O', 'A')`
    )
    const there = rows.map(({ name }) => name)
    const gone = promised.filter(name => !there.includes(name))
    if (gone.length === 0) return [ok(`${promised.length} triggers keep what was promised and published.`)]
    return gone.map(name => {
      const [table, trigger] = name.split(' ')
      return problem(
        `The trigger ${trigger} of ${table} is gone or switched off: what it kept may have been changed since.`,
        `ALTER TABLE ${table} ENABLE TRIGGER ${trigger}; or bring back the copy made before it went, and compare.`
      )
    })
  }
}
