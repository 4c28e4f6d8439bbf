import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenedConsultation } from '../../server/consultations/find.ts'
import { pourLive } from '../../server/waiting-room/pour-live.ts'
import { openConsultation, openHouse, type House } from '../support/house.ts'
import { printCards, sendWith, tokenFor } from '../support/tokens.ts'

let house: House
let consultation: OpenedConsultation

beforeAll(async () => {
  house = await openHouse()
  consultation = await openConsultation(house, { access: 'cards' })
})
afterAll(() => house.close())

/** From nothing to the longest that may be written, in letters of one to four bytes; few answers and many. */
const texts = [0, 1, 2, 50, 333, 750, 999, 1000].flatMap(length =>
  (length > 750 ? ['a', 'é', '说'] : ['a', 'é', '说', '😀']).map(letter => letter.repeat(length))
)

async function lengths(): Promise<readonly [rows: number, lengths: number]> {
  const { rows } = await house.database.pool.query<{ rows: number; lengths: number }>(
    'select count(*)::int as rows, count(distinct octet_length(sealed))::int as lengths from waiting'
  )
  return [rows[0]!.rows, rows[0]!.lengths]
}

/** Tables with a uuid in them: how many there are in each, and how many of those are of another version than 4. */
async function uuids(): Promise<ReadonlyMap<string, readonly [all: number, others: number]>> {
  const { pool } = house.database
  const { rows: columns } = await pool.query<{ table: string; column: string }>(
    `select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and data_type = 'uuid'`
  )
  const found = new Map<string, readonly [number, number]>()
  for (const { table, column } of columns) {
    const { rows } = await pool.query<{ all: number; others: number }>(
      `select count(${column})::int as "all",
        (count(${column}) filter (where ${column}::text !~ '^.{14}4.{4}[89ab]'))::int as others from ${table}`
    )
    found.set(`${table}.${column}`, [rows[0]!.all, rows[0]!.others])
  }
  return found
}

describe('what is kept of people who answer', () => {
  it('is sealed to one length, whatever they wrote, after a night and a live pour too', async () => {
    const codes = await printCards(house, consultation, texts.length)
    for (const [at, text] of texts.entries()) {
      const ticket = at % 2 === 0 ? { code: codes[at]! } : await tokenFor(house, consultation, codes[at]!)
      const fields = { ...ticket, 'q.message': text, ...(at % 3 === 0 && { 'q.hours': '5' }) }
      expect((await sendWith(house, consultation, fields)).statusCode).toBe(303)
    }
    expect(await lengths()).toEqual([texts.length, 1])
    house.setClock('2026-03-11T03:00:00Z')
    await house.tend()
    expect(await lengths()).toEqual([texts.length, 1])
    const { db } = house.database.as('pourer')
    const actor = { by: 'test', now: house.now() }
    expect(await pourLive(db, house.keyFolder, consultation, 10, actor)).toBe(true)
    const [rows, distinct] = await lengths()
    // Words of what was poured wait on, without the answers.
    expect(rows).toBeGreaterThan(texts.length - 10)
    expect(distinct).toBe(1)
  })

  it('has ids of version 4 alone: random, without a time and without a machine', async () => {
    for (const [column, [, others]] of await uuids()) expect([column, others]).toEqual([column, 0])
    for (const column of ['waiting.id', 'waiting.key_id', 'responses.id'])
      expect([column, (await uuids()).get(column)![0]]).not.toEqual([column, 0])
    house.setClock('2026-04-01T03:00:00Z')
    await house.publish(consultation)
    const last = await uuids()
    expect([...last.values()].filter(([, others]) => others > 0)).toEqual([])
    for (const column of ['responses.id', 'remarks.id', 'spent_marks.consultation_id', 'cards.batch_id'])
      expect([column, last.get(column)![0]]).not.toEqual([column, 0])
  })
})
