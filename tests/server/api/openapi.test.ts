import { createConfig, lintFromString } from '@redocly/openapi-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../../support/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('the description of the API', () => {
  it('is found without fault by the linter of Redocly', async () => {
    const { body } = await house.app.inject('/api/v1/openapi.json')
    const config = await createConfig({ extends: ['recommended-strict'] })
    const problems = await lintFromString({ source: body, absoluteRef: 'openapi.json', config })
    expect(
      problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)
    ).toEqual([])
  })
})
