import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findConsultation, isOpened, type OpenedConsultation } from '../../../server/consultations/find.ts'
import { waitingKeys } from '../../../server/database/schema.ts'
import { close } from '../../../server/secretariat/close.ts'
import { admission } from '../../../server/waiting-room/admit.ts'
import { destroySpentKeys } from '../../../server/waiting-room/keys.ts'
import { pourLive } from '../../../server/waiting-room/pour-live.ts'
import { pourAtClose } from '../../../server/waiting-room/pour.ts'
import { stir } from '../../../server/waiting-room/stir.ts'
import { tending } from '../../../server/waiting-room/tend.ts'
import { admitMarked, firstNumbers, rising, submissionOf, whereabouts } from '../../support/admitted.ts'
import { runUntil } from '../../support/mortal.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House
let consultation: OpenedConsultation

beforeEach(async () => {
  house = await openHouse()
  consultation = await openConsultation(house)
})
afterEach(() => house.close())

const db = () => house.database.as('pourer').db
const actor = () => ({ by: 'test', now: house.now() })
const closedBy = { by: 'test', now: new Date('2026-04-01T12:00:00Z') }

/** A pourer of its own, which has stirred nothing yet. */
const pourer = () =>
  tending(house.database.as('pourer'), house.keyFolder, error => {
    throw error
  })(house.now())

const everything = (count: number) => ({
  waiting: [],
  waitingRemarks: [],
  poured: firstNumbers(count),
  pouredRemarks: firstNumbers(count),
  rows: 0,
  pending: 0,
  spent: count
})

async function keysLeft() {
  const files = await Promise.all(
    ['waiting-room', 'waiting-room-copy'].map(place => readdir(join(house.keyFolder, place)))
  )
  return { rows: await house.database.db.$count(waitingKeys), files: files.flat() }
}

describe('several that pour and stir at once', { timeout: 300_000 }, () => {
  it('leave everything there once, and openable', async () => {
    await admitMarked(house, consultation, 60)
    let pours = 0
    const live = async () => {
      if (await pourLive(db(), house.keyFolder, consultation, 10, actor())) pours += 1
    }
    for (let round = 0; round < 12; round += 1) {
      await Promise.all([
        pourer(),
        pourer(),
        stir(db(), house.keyFolder, consultation, house.now()),
        ...(round % 4 === 0 ? [live()] : []),
        destroySpentKeys(db(), house.keyFolder),
        destroySpentKeys(db(), house.keyFolder)
      ])
    }
    // Each of those before may have come while the others stirred; this one is alone.
    await live()
    const { waiting, poured, waitingRemarks } = await whereabouts(house, consultation)
    expect(pours).toBeGreaterThan(0)
    expect(poured).toHaveLength(10 * pours)
    expect(rising([...waiting, ...poured])).toEqual(firstNumbers(60))
    expect(waitingRemarks).toEqual(firstNumbers(60))
    house.setClock('2026-04-01T12:00:00Z')
    await Promise.all([pourer(), house.publish(consultation), pourer()])
    expect(await whereabouts(house, consultation)).toEqual(everything(60))
    expect(await keysLeft()).toEqual({ rows: 0, files: [] })
  })

  it('make no key for a waiting room that another has emptied meanwhile', async () => {
    await admitMarked(house, consultation, 12)
    await pourAtClose(db(), house.keyFolder, consultation, closedBy)
    await stir(db(), house.keyFolder, consultation, house.now())
    expect(await pourLive(db(), house.keyFolder, consultation, 10, actor())).toBe(false)
    expect(await keysLeft()).toEqual({ rows: 0, files: [] })
  })

  it('wait for one another before a key is closed to which something is being sealed', async () => {
    await admitMarked(house, consultation, 12)
    // What waits is moved to the open key, and the transaction that moves it is slow.
    const { moving, release } = await movingSlowly()
    const other = pourLive(db(), house.keyFolder, consultation, 10, actor())
    await new Promise(resolve => setTimeout(resolve, 500))
    await destroySpentKeys(db(), house.keyFolder)
    release()
    await Promise.all([moving, other])
    expect((await whereabouts(house, consultation)).waiting).toEqual(firstNumbers(12))
  })
})

describe('a pourer that takes up what another one left', () => {
  it('destroys the key of a consultation that was poured by one that was killed before it came to it', async () => {
    await admitMarked(house, consultation, 12)
    house.setClock('2026-04-01T12:00:00Z')
    const { steps } = await runUntil(house, undefined, db =>
      pourAtClose(db, house.keyFolder, consultation, actor())
    )
    const second = await openConsultation(house, { slug: 'second' })
    await admitMarked(house, second, 12)
    // The last steps destroy: five for each of two files, and the row.
    const dying = { step: steps - 11, done: true }
    expect(
      await runUntil(house, dying, db => pourAtClose(db, house.keyFolder, second, actor()))
    ).toMatchObject({ survived: false })
    expect((await whereabouts(house, second)).poured).toHaveLength(12)
    expect((await keysLeft()).rows).toBe(1)
    await house.tend()
    expect(await keysLeft()).toEqual({ rows: 0, files: [] })
  })
})

/** A stir that is held just before its transaction ends. */
async function movingSlowly() {
  const [held, sealed] = [signal(), signal()]
  const slow = new Proxy(db(), {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (name !== 'transaction' || typeof value !== 'function') return value
      return (work: (tx: unknown) => Promise<unknown>) =>
        target.transaction(async tx => {
          const result = await work(tx)
          transactions += 1
          // What an earlier one left is moved, a key is made, and what waits is moved to it.
          if (transactions === 3) {
            sealed.give()
            await held.given
          }
          return result
        })
    }
  })
  let transactions = 0
  const moving = stir(slow, house.keyFolder, consultation, house.now())
  await sealed.given
  return { moving, release: held.give }
}

function signal() {
  let give = (): void => undefined
  const given = new Promise<void>(resolve => (give = resolve))
  return { given, give: () => give() }
}

describe('answers that come in while others stir and close', { timeout: 300_000 }, () => {
  it('are all there once if they were taken in, and not at all if they were not', async () => {
    const admit = admission(house.database.as('admission'))
    let over = false
    const stirring = (async () => {
      for (; !over;) await stir(db(), house.keyFolder, consultation, house.now())
    })()
    const outcomes = await Promise.all([
      ...firstNumbers(500).map(async number => {
        await new Promise(resolve => setTimeout(resolve, number * 4))
        return admit(consultation, submissionOf(consultation, number), house.now())
      }),
      (async () => {
        await new Promise(resolve => setTimeout(resolve, 1800))
        await close(house.database.as('secretariat').db, consultation, actor())
        const found = await findConsultation(db(), consultation.slug)
        if (found !== undefined && isOpened(found)) await pourAtClose(db(), house.keyFolder, found, actor())
      })()
    ])
    over = true
    await stirring
    const taken = firstNumbers(500).filter(number => outcomes[number] === 'stored')
    expect(taken.length).toBeGreaterThan(100)
    expect(
      outcomes
        .slice(0, 500)
        .filter(outcome => outcome !== 'stored')
        .every(outcome => outcome === 'closed')
    ).toBe(true)
    expect(await whereabouts(house, consultation)).toMatchObject({
      poured: taken,
      pouredRemarks: taken,
      rows: 0,
      pending: 0,
      spent: taken.length
    })
    expect(await keysLeft()).toEqual({ rows: 0, files: [] })
  })
})
