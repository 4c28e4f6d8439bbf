import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { resendsEven, resendsOdd, resendTurn } from '../../../server/database/schema.ts'
import { keepTurning } from '../../../server/waiting-room/resends.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'

const msPerHour = 60 * 60 * 1000
/** An even day. */
const day = 20_000
const instant = (of: number, hour = 12) => new Date((of * 24 + hour) * msPerHour)

let test: TestDatabase
let now: Date
let end: () => void
const failures: unknown[] = []

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  test = await openTestDatabase()
  const { db } = test.database
  await db.update(resendTurn).set({ day })
  await db.insert(resendsEven).values({ hash: Buffer.from('of today') })
  await db.insert(resendsOdd).values({ hash: Buffer.from('of yesterday') })
})
afterEach(async () => {
  end()
  await test.drop()
  vi.useRealTimers()
  expect(failures).toEqual([])
})

async function startAt(moment: Date): Promise<void> {
  now = moment
  end = await keepTurning(
    test.database.db,
    () => now,
    error => failures.push(error)
  )
}

async function remembered(): Promise<string[]> {
  const { db } = test.database
  const rows = [...(await db.select().from(resendsEven)), ...(await db.select().from(resendsOdd))]
  return rows.map(({ hash }) => hash.toString()).sort()
}

describe('the ids of what was sent, when nobody sends any more', () => {
  it('are kept within the day', async () => {
    await startAt(instant(day, 23))
    expect(await remembered()).toEqual(['of today', 'of yesterday'])
  })

  it('are gone when a server starts two days later', async () => {
    await startAt(instant(day + 2))
    expect(await remembered()).toEqual([])
  })

  it('go within two days and an hour on a server that runs', async () => {
    await startAt(instant(day))
    now = instant(day + 1, 0)
    vi.advanceTimersByTime(msPerHour)
    await expect.poll(remembered).toEqual(['of today'])
    now = instant(day + 2, 0)
    vi.advanceTimersByTime(msPerHour)
    await expect.poll(remembered).toEqual([])
  })
})
