import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OpenedConsultation } from '../../../server/consultations/find.ts'
import { livePours, waiting, waitingKeys } from '../../../server/database/schema.ts'
import { tending } from '../../../server/waiting-room/tend.ts'
import { admitMarked, firstNumbers, rising, whereabouts } from '../../support/admitted.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** How many rows wait under keys that are closed: those that a stir would have moved. */
const unstirred = ({ version }: OpenedConsultation) =>
  house.database.db.$count(
    house.database.db
      .select({ id: waiting.id })
      .from(waiting)
      .innerJoin(waitingKeys, eq(waitingKeys.id, waiting.keyId))
      .where(and(eq(waiting.versionId, version.id), eq(waitingKeys.open, false)))
      .as('unstirred')
  )

it(
  'tries a live release that goes wrong ever less often, and goes on with the stir and with the others',
  { timeout: 60_000 },
  async () => {
    const { db } = house.database
    const broken = await openConsultation(house, { slug: 'broken', live: true })
    const sound = await openConsultation(house, { slug: 'sound', live: true })
    const pours = ({ id }: OpenedConsultation) => db.$count(livePours, eq(livePours.consultationId, id))
    await db.execute(sql`create function no_pour() returns trigger language plpgsql as
      $$ begin raise exception 'no pour'; end $$`)
    await db.execute(
      sql.raw(`create trigger no_pour before insert on live_pours for each row
        when (new.consultation_id = '${broken.id}') execute function no_pour()`)
    )
    await admitMarked(house, broken, 22)
    await admitMarked(house, sound, 22)
    const failures: string[] = []
    const tend = tending(house.database.as('pourer'), house.keyFolder, (_, slug) => failures.push(slug))
    for (let round = 0; round < 64; round += 1) await tend(house.now())
    expect(failures).toEqual(Array.from({ length: 6 }, () => 'broken'))
    expect(await pours(sound)).toBe(1)

    // After a start everything is stirred.
    await tending(house.database.as('pourer'), house.keyFolder)(house.now())
    expect(await unstirred(broken)).toBe(0)
    await db.execute(sql`drop trigger no_pour on live_pours`)
    for (let round = 0; round < 64; round += 1) await tend(house.now())
    expect(await pours(broken)).toBe(1)
    expect(failures).toHaveLength(6)
    const stands = await whereabouts(house, broken)
    expect(rising([...stands.waiting, ...stands.poured])).toEqual(firstNumbers(22))
  }
)
