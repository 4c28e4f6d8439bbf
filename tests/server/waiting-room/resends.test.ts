import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { resendsEven, resendsOdd, resendTurn } from '../../../server/database/schema.ts'
import { turnOver } from '../../../server/waiting-room/resends.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'

const msPerHour = 60 * 60 * 1000
/** An even day. */
const day = 20_000
const instant = (of: number, hour = 12) => new Date((of * 24 + hour) * msPerHour)

let test: TestDatabase

beforeEach(async () => {
  test = await openTestDatabase()
  const { db } = test.database
  await db.update(resendTurn).set({ day })
  await db.insert(resendsEven).values({ hash: Buffer.from('of today') })
  await db.insert(resendsOdd).values({ hash: Buffer.from('of yesterday') })
})
afterEach(() => test.drop())

async function remembered(): Promise<string[]> {
  const { db } = test.database
  const rows = [...(await db.select().from(resendsEven)), ...(await db.select().from(resendsOdd))]
  return rows.map(({ hash }) => hash.toString()).sort()
}

describe('the ids of what was sent', () => {
  it('are kept within the day', async () => {
    expect(await turnOver(test.database.db, instant(day, 23))).toBe(day)
    expect(await remembered()).toEqual(['of today', 'of yesterday'])
  })

  it('of yesterday go when the next day begins', async () => {
    expect(await turnOver(test.database.db, instant(day + 1, 0))).toBe(day + 1)
    expect(await remembered()).toEqual(['of today'])
  })

  it('are gone two days later', async () => {
    await turnOver(test.database.db, instant(day + 1, 0))
    await turnOver(test.database.db, instant(day + 2, 0))
    expect(await remembered()).toEqual([])
  })

  it.each([2, 3, 20, 21])('that came in while no pourer ran for %i days are still known then', async gap => {
    const { db } = test.database
    expect(await turnOver(db, instant(day + gap, 5))).toBe(gap % 2 === 0 ? day + gap + 1 : day + gap)
    expect(await remembered()).toEqual(['of today'])
    await turnOver(db, instant(day + gap, 6))
    expect(await remembered()).toEqual(['of today'])
  })

  it.each([2, 3])('that came in while no pourer ran for %i days go within the next two', async gap => {
    const { db } = test.database
    for (const later of [0, 1, 2]) await turnOver(db, instant(day + gap + later, 5))
    expect(await remembered()).toEqual([])
  })

  it('stay when a clock goes back', async () => {
    await turnOver(test.database.db, instant(day + 1))
    expect(await turnOver(test.database.db, instant(day))).toBe(day + 1)
    expect(await remembered()).toEqual(['of today'])
  })

  it('leave nothing in the files of their table', async () => {
    await turnOver(test.database.db, instant(day + 1))
    const { rows } = await test.database.pool.query(
      "select pg_relation_size('resends_odd') as bytes, pg_relation_size('resends_even') as others"
    )
    expect(rows).toEqual([{ bytes: '0', others: '8192' }])
  })
})
