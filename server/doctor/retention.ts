import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { dateAt } from '#surveys'
import { isDue, lastDays } from '../retention/due.ts'
import { lastReleased } from '../retention/last-released.ts'
import { ok, problem, warning, type Check, type Finding } from './check.ts'

const msPerDay = 24 * 60 * 60 * 1000
/** The pourer looks once a day; what is this much later than promised has been missed. */
const graceDays = 2
const start =
  'The pourer deletes it daily: see why it does not run (npm start starts it, earshot pourer elsewhere).'

/** Nothing is kept for longer than respondents were told. */
export const retention: Check = {
  name: 'retention',
  async look({ pool, now }) {
    const found = [
      ...(await overdue(pool, new Date(now.getTime() - graceDays * msPerDay))),
      ...(await neverReleased(pool)),
      ...(await oldSendings(pool, now))
    ]
    return found.length > 0 ? found : [ok('Nothing is kept for longer than was promised.')]
  }
}

/** @param then by when it should have been done */
async function overdue(pool: pg.Pool, then: Date): Promise<Finding[]> {
  const found: Finding[] = []
  for (const { id, slug, timeZone, releasedOn } of await lastReleased(drizzle({ client: pool }))) {
    const goes = lastDays(releasedOn)
    for (const table of ['responses', 'remarks'] as const) {
      if (isDue(goes[table], dateAt(then, timeZone)) && (await holds(pool, table, id)))
        found.push(problem(`${slug}: its ${table} should have been deleted on ${goes[table]}.`, start))
    }
  }
  return found
}

async function holds(pool: pg.Pool, table: 'responses' | 'remarks', id: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select from ${table} join versions on versions.id = version_id where consultation_id = $1 limit 1`,
    [id]
  )
  return rowCount === 1
}

/** Without a release nothing says when the term begins, so the answers would stay for good. */
async function neverReleased(pool: pg.Pool): Promise<Finding[]> {
  const { rows } = await pool.query<{ slug: string }>(
    `select slug from consultations where emptied = 'poured' and not exists
      (select from releases where consultation_id = consultations.id) order by slug`
  )
  return rows.map(({ slug }) =>
    warning(
      `${slug} is closed and was never released: no day is set on which its answers go.`,
      `earshot release ${slug}`
    )
  )
}

async function oldSendings(pool: pg.Pool, now: Date): Promise<Finding[]> {
  const { rows } = await pool.query<{ day: number }>('select day from resend_turn')
  const today = Math.floor(now.getTime() / msPerDay)
  const ahead = rows.find(({ day }) => day > today + 1)
  if (ahead !== undefined) return [clockWasAhead(today, ahead.day)]
  if (rows.every(({ day }) => today - day < graceDays)) return []
  const { rowCount } = await pool.query('select from resends_even union all select from resends_odd limit 1')
  return rowCount === 0 ? [] : [problem('Ids of sendings are remembered for longer than two days.', start)]
}

/** The day never goes back by itself, so ids would stay until it comes. The same table has its turn: even stays even. */
function clockWasAhead(today: number, day: number): Finding {
  return problem(
    `Ids of sendings will be remembered for ${day - today} days: a clock was ahead when their tables changed.`,
    `Set the clock, then: UPDATE resend_turn SET day = ${today + ((day - today) % 2)};`
  )
}
