import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeFrom } from '#surveys'
import type { OpenedConsultation } from '../../../server/consultations/find.ts'
import { secretIn } from '../../../server/keys/secret.ts'
import { entranceOf, type Entrance } from '../../../server/tokens/entrance.ts'
import { wrongCodes } from '../../../server/tokens/wrong-codes.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'
import { newToken, printCards } from '../../support/tokens.ts'

/** A clock on which waiting takes no time: everything that sleeps is woken in the order of its time. */
function fastClock() {
  const sleeping: { readonly at: number; readonly wake: () => void }[] = []
  let now = 0
  return {
    waits: {
      elapsed: () => now,
      sleep: (milliseconds: number) =>
        new Promise<void>(wake => void sleeping.push({ at: now + milliseconds, wake }))
    },
    now: () => now,
    /** Lets the time come on. */
    async until(moment: number): Promise<void> {
      for (;;) {
        sleeping.sort((one, other) => one.at - other.at)
        const [next] = sleeping
        if (next === undefined || next.at > moment) break
        sleeping.shift()
        now = next.at
        next.wake()
        await new Promise(resolve => setImmediate(resolve))
      }
      now = moment
      await new Promise(resolve => setImmediate(resolve))
    }
  }
}

describe('wrong codes', () => {
  it('are told so a second later, and at most 20 of them in a second, whatever comes in', async () => {
    const clock = fastClock()
    const wrong = wrongCodes(clock.waits)
    const told: number[] = []
    const asked = Array.from({ length: 500 }, () => wrong().then(() => told.push(clock.now())))
    await clock.until(60_000)
    await Promise.all(asked)
    expect(told[0]).toBe(1000)
    expect(told).toHaveLength(500)
    for (const moment of told)
      expect(told.filter(each => each >= moment && each < moment + 1000).length).toBeLessThanOrEqual(20)
  })

  it('that would wait longer than a minute are sent away, and do not make the others wait longer', async () => {
    const clock = fastClock()
    const wrong = wrongCodes(clock.waits)
    const outcomes = Promise.all(Array.from({ length: 2000 }, () => wrong()))
    await clock.until(120_000)
    expect((await outcomes).filter(waited => waited)).toHaveLength(1181)
    const after = wrong()
    await clock.until(121_000)
    expect(await after).toBe(true)
  })
})

describe('600 pupils behind one address, of whom one in ten mistypes', () => {
  let house: House
  let consultation: OpenedConsultation
  let codes: string[]
  const clock = fastClock()
  let entrance: Entrance

  beforeAll(async () => {
    house = await openHouse()
    consultation = await openConsultation(house, { slug: 'by-card', access: 'cards' })
    codes = await printCards(house, consultation, 600)
    entrance = entranceOf({
      db: house.database.db,
      keyFolder: house.keyFolder,
      pepper: await secretIn(house.keyFolder, 'pepper'),
      clock: house.now,
      wrong: wrongCodes(clock.waits)
    })
  })
  afterAll(() => house.close())

  it('are all let in within five minutes, in the middle of a flood of guesses', async () => {
    const { blinded } = await newToken(consultation)
    const message = Buffer.from(blinded, 'hex')
    const guess = () => entrance.redeem(consultation, codeFrom(randomBytes(11)), message)
    let refused = 0
    const guesses: Promise<unknown>[] = []
    for (const [pupil, code] of codes.entries()) {
      // Ten guesses a second of somebody else's, each with a check character that fits.
      guesses.push(guess(), guess(), guess(), guess(), guess())
      if (pupil % 10 === 0) guesses.push(guess())
      const redeemed = await entrance.redeem(consultation, code, message)
      if (!redeemed.ok) refused += 1
      await clock.until((pupil + 1) * 500)
    }
    expect(clock.now()).toBe(300_000)
    expect(refused).toBe(0)
    let left = guesses.length
    for (const each of guesses) void each.finally(() => (left -= 1))
    // Those that the database was slow to look up begin to wait only now.
    while (left > 0) await clock.until(clock.now() + 1000)
    expect(guesses).toHaveLength(3060)
  })
})
