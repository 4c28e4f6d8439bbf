import type { Check } from './check.ts'
import { isOff, settingsFindings, type Rule } from './settings.ts'

const rules: readonly Rule[] = [
  {
    name: 'track_commit_timestamp',
    isFine: isOff,
    harm: 'keeps for every row the moment at which it was written',
    wanted: 'off',
    state: 'problem',
    restart: true
  }
]

/** PostgreSQL can remember when each transaction ended, and so when each row was made. */
export const timestamps: Check = {
  name: 'timestamps',
  look: ({ pool }) => settingsFindings(pool, rules, 'The database keeps no times of transactions.')
}
