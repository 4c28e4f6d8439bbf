import type { Watched } from './spy.ts'

/** Everything about respondents that the house keeps; `varying` is the one column whose length could differ. */
export const watchedTables: readonly Watched[] = [
  { table: 'cards', name: 'hash', varying: "coalesce(redeemed_for, '')" },
  { table: 'pending_marks', name: 'mark', varying: 'mark' },
  { table: 'spent_marks', name: 'mark', varying: 'mark' },
  { table: 'resends_even', name: 'hash', varying: 'hash' },
  { table: 'resends_odd', name: 'hash', varying: 'hash' },
  { table: 'waiting', name: 'uuid_send(id)', varying: 'sealed' },
  { table: 'responses', name: 'uuid_send(id)', varying: 'array_send(answers)' },
  { table: 'remarks', name: 'uuid_send(id)', varying: "convert_to(text, 'UTF8')" }
]
