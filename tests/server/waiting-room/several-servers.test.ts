import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { admission } from '../../../server/waiting-room/admit.ts'
import { firstNumbers, submissionOf, whereabouts } from '../../support/admitted.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const sendings = 120
const rounds = 4

describe('several servers that take in the same sendings at once, each in an order of its own', () => {
  it.each([
    ['with marks', true],
    ['without', false]
  ])('keep each once, and none of them stands in the way of another for good: %s', async (name, isMarked) => {
    const consultation = await openConsultation(house, { slug: isMarked ? 'marked' : 'unmarked' })
    const servers = Array.from({ length: 4 }, () => admission(house.database.as('admission')))
    const numbers = firstNumbers(sendings * rounds)
    const all = numbers.map(number => {
      const submission = submissionOf(consultation, number)
      return isMarked ? submission : { ...submission, mark: null }
    })
    for (let round = 0; round < rounds; round += 1) {
      const part = all.slice(round * sendings, (round + 1) * sendings)
      const orders = [part, part.toReversed(), [...part.slice(40), ...part.slice(0, 40)], part.toReversed()]
      const outcomes = await Promise.all(
        servers.map((admit, at) =>
          Promise.all((orders[at] ?? []).map(submission => admit(consultation, submission, house.now())))
        )
      )
      const counted = outcomes.flat().filter(outcome => outcome === 'stored').length
      expect([name, counted, new Set(outcomes.flat())]).toEqual([
        name,
        sendings,
        new Set(['stored', 'repeated'])
      ])
    }
    const { waiting } = await whereabouts(house, consultation)
    expect(waiting).toEqual(numbers)
  })
})
