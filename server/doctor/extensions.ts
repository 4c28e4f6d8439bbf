import { ok, problem, unknowable, warning, type Check, type Finding } from './check.ts'
import { settingsNamed } from './settings.ts'

/** Libraries that look at statements, by what switches them off: a setting and the value that does. */
const lookers = [
  { library: 'auto_explain', setting: 'auto_explain.log_min_duration', off: ['-1'] },
  { library: 'pgaudit', setting: 'pgaudit.log', off: ['none', ''] },
  { library: 'pg_stat_statements', setting: 'pg_stat_statements.track', off: ['none'] },
  { library: 'pg_stat_monitor', setting: undefined, off: [] },
  { library: 'pg_qualstats', setting: 'pg_qualstats.enabled', off: ['off'] },
  { library: 'pg_store_plans', setting: 'pg_store_plans.track', off: ['none'] }
] as const

/** Counts what kinds of statements there were, without what they carried. */
const counting = 'pg_stat_statements'
const preloads = ['shared_preload_libraries', 'session_preload_libraries', 'local_preload_libraries']

/** Libraries inside PostgreSQL that write down or keep statements. */
export const extensions: Check = {
  name: 'extensions',
  async look({ pool }) {
    const settings = lookers.flatMap(({ setting }) => setting ?? [])
    const values = await settingsNamed(pool, [...preloads, ...settings])
    const loaded = preloads
      .flatMap(name => values.get(name)?.split(',') ?? [])
      .map(name => name.trim().replaceAll('"', ''))
    const found = lookers.flatMap(({ library, setting, off }): Finding[] => {
      const value = setting === undefined ? undefined : values.get(setting)
      const isOff = value !== undefined && off.some(each => each === value)
      if (!loaded.some(name => name === library || name.endsWith(`/${library}`)) || isOff) return []
      const remedy =
        setting === undefined
          ? `Take ${library} out of shared_preload_libraries and start PostgreSQL anew.`
          : `ALTER DATABASE … SET ${setting} = '${off[0]}'; or take ${library} out of the preloaded libraries.`
      return library === counting
        ? [warning(`${library} counts statements: read often, it shows when answers come in.`, remedy)]
        : [problem(`${library} writes down statements, and with them when answers come in.`, remedy)]
    })
    if (!values.has('shared_preload_libraries'))
      return [
        ...found,
        unknowable(
          'Which libraries PostgreSQL loads is not shown to the owner of the database.',
          'GRANT pg_read_all_settings TO the owner, or ask whoever runs PostgreSQL.'
        )
      ]
    return found.length > 0 ? found : [ok('No library that writes down statements is loaded.')]
  }
}
