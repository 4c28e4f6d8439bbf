import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../../support/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('every answer of the server', () => {
  it.each(['/', '/en', '/en/privacy', '/healthz', '/no/such/page'])(
    'lets no page ask for place, camera, microphone or interests: %s',
    async url => {
      const { headers } = await house.app.inject(url)
      const policy = String(headers['permissions-policy']).split(', ')
      expect(policy.toSorted()).toEqual([
        'browsing-topics=()',
        'camera=()',
        'geolocation=()',
        'microphone=()'
      ])
    }
  )
})
