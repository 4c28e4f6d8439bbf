import { afterAll, beforeAll, expect, it } from 'vitest'
import { nextThreshold } from '#analytics'
import type { OpenedConsultation } from '../../../server/consultations/find.ts'
import { chainOf } from '../../../server/releases/chain.ts'
import { admission } from '../../../server/waiting-room/admit.ts'
import { submissionOf } from '../../support/admitted.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House
let consultation: OpenedConsultation

beforeAll(async () => {
  house = await openHouse()
  consultation = await openConsultation(house, { slug: 'board', live: true })
})
afterAll(() => house.close())

const watched = [
  '/en/live/board',
  '/fr/live/board',
  '/live/board/state.json',
  '/en/results/board',
  '/en/board',
  '/en',
  '/api/v1/consultations',
  '/api/v1/consultations/board',
  '/api/v1/consultations/board/releases'
]

/** All that somebody without a password can see: status, headers and bytes, but for the time of the answer. */
async function everything(): Promise<string> {
  const answers = await Promise.all(watched.map(url => house.app.inject(url)))
  return answers
    .map(({ statusCode, headers, body }, at) =>
      JSON.stringify([watched[at], statusCode, { ...headers, date: '' }, body])
    )
    .join('\n')
}

it(
  'changes at the releases and nowhere else while three hundred answer one by one',
  {
    timeout: 240_000
  },
  async () => {
    const admit = admission(house.database.as('admission'))
    const changes: number[] = []
    let before = await everything()
    expect(before).toContain('"/en/live/board",200')
    for (let arrived = 1; arrived <= 300; arrived += 1) {
      await admit(consultation, submissionOf(consultation, arrived), house.now())
      // What has come in is seen before the pourer's round, and what it made after it.
      if (arrived % 5 === 0) expect(await everything(), `${arrived} had come in`).toBe(before)
      await house.tend()
      const after = await everything()
      if (after !== before) changes.push(arrived)
      before = after
    }
    const expected: number[] = []
    for (let next = nextThreshold(0, 10); next + 10 <= 300; next = nextThreshold(next, 10))
      expected.push(next + 10)
    // The audit may have kept one back: then nothing moved there either.
    const kept = await chainOf(house.database.db, consultation.id)
    const released = kept.map(({ release }) => release.responses + 10).toReversed()
    expect(changes).toEqual(released)
    expect(expected).toEqual(expect.arrayContaining(released))
    expect(released.length).toBeGreaterThan(expected.length / 2)
  }
)
