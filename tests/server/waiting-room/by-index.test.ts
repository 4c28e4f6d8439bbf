import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openConsultation, openHouse, type House } from '../../support/house.ts'
import { submissionOf } from '../../support/admitted.ts'
import { admission } from '../../../server/waiting-room/admit.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})

afterAll(() => house.close())

/** Rows that PostgreSQL has read one after the other, of all that remembers who has been here. */
async function rowsReadThrough(): Promise<number> {
  await house.database.as('admission').pool.query('select pg_stat_force_next_flush()')
  const { rows } = await house.database.pool.query<{ rows: string }>(
    `select sum(seq_tup_read) as rows from pg_stat_user_tables
      where relname in ('resends_even', 'resends_odd', 'spent_marks', 'pending_marks')`
  )
  return Number(rows[0]?.rows)
}

describe('an admission', () => {
  it('costs the same however many have come before it', async () => {
    const consultation = await openConsultation(house)
    const admit = admission(house.database.as('admission'))
    const come = async (round: number) => {
      const numbers = Array.from({ length: 32 }, (_, place) => round * 32 + place)
      const all = numbers.map(number => admit(consultation, submissionOf(consultation, number), house.now()))
      expect(new Set(await Promise.all(all))).toEqual(new Set(['stored']))
    }
    const before = await rowsReadThrough()
    // After five rounds PostgreSQL has chosen a plan that it keeps, and there was next to nothing to look through.
    for (let round = 0; round < 8; round += 1) await come(round)
    for (const table of ['resends_even', 'resends_odd']) {
      const many = 'select sha256(n::text::bytea) from generate_series(1, 3000) n'
      await house.database.pool.query(`insert into ${table} ${many}`)
    }
    for (let round = 8; round < 12; round += 1) await come(round)
    expect((await rowsReadThrough()) - before).toBe(0)
  })
})
