import { ok, unknowable, type Check } from './check.ts'
import { isOff, settingsFindings, type Rule } from './settings.ts'

const whenBusy = 'shows when there was much to do: connections are made as answers come'

const rules: readonly Rule[] = [
  {
    name: 'log_connections',
    // Since PostgreSQL 18 it is a list.
    isFine: value => value === 'off' || value === '',
    harm: whenBusy,
    wanted: 'off',
    state: 'warning'
  },
  { name: 'log_disconnections', isFine: isOff, harm: whenBusy, wanted: 'off', state: 'warning' },
  {
    name: 'log_hostname',
    isFine: isOff,
    harm: 'asks other machines for the name of each that connects',
    wanted: 'off',
    state: 'warning'
  },
  {
    name: 'log_line_prefix',
    isFine: value => !/%(-?\d+)?[hrL]/.test(value),
    harm: 'puts the address of whoever connects into each line of the log',
    wanted: `'%m [%p] '`,
    state: 'warning'
  }
]

/** The log of the database does not show when people come. Their addresses never reach it: it sees the server's. */
export const connectionLogging: Check = {
  name: 'connections',
  async look({ pool }) {
    const found = await settingsFindings(pool, rules, '')
    return [
      ...(found.every(({ state }) => state === 'ok') ? [ok('The database logs no connections.')] : found),
      unknowable(
        'A proxy or a pooler between here and people may log: this program cannot see that.',
        'Turn their access logs off.'
      )
    ]
  }
}
