import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenedConsultation } from '../../../server/consultations/find.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'
import { arrive, arriveUntilReleased } from '../../support/live-arrivals.ts'

let house: House
let consultation: OpenedConsultation
let port: number

beforeAll(async () => {
  house = await openHouse()
  consultation = await openConsultation(house, { slug: 'board', live: true })
  await openConsultation(house, { slug: 'not-live' })
  await house.app.listen({ host: '127.0.0.1', port: 0 })
  port = (house.app.server.address() as AddressInfo).port
})
afterAll(() => house.close())

/** What a stream has said so far, and its headers once it has begun. */
function listen(slug: string, headers: Record<string, string> = {}) {
  const heard = { text: '', status: 0, type: '' }
  const request = get({ host: '127.0.0.1', port, path: `/live/${slug}/events`, headers }, answer => {
    heard.status = answer.statusCode ?? 0
    heard.type = answer.headers['content-type'] ?? ''
    answer.setEncoding('utf8').on('data', (text: string) => (heard.text += text))
    answer.on('error', () => undefined)
  })
  request.on('error', () => undefined)
  return { heard, leave: () => request.destroy() }
}

const state = (etag?: string) =>
  house.app.inject({
    url: '/live/board/state.json',
    headers: etag === undefined ? {} : { 'if-none-match': etag }
  })

describe('who watches live results', () => {
  it('hears of a release by an event or by asking, of its number and hash alone, and of nothing in between', async () => {
    const first = listen('board')
    await expect.poll(() => first.heard.status).toBe(200)
    expect(first.heard.type).toBe('text/event-stream; charset=utf-8')
    const before = await state()
    expect(before.json()).toEqual({ number: null, hash: null })
    await arrive(house, consultation, 19)
    await new Promise(resolve => setTimeout(resolve, 1500))
    expect(first.heard.text).toMatch(/^retry: \d{4}\n\n$/)
    expect((await state(String(before.headers['etag']))).statusCode).toBe(304)
    await arriveUntilReleased(house, consultation, 1)
    await expect.poll(() => first.heard.text, { timeout: 5000 }).toContain('event: release')
    const after = await state()
    const { number, hash } = after.json<{ number: number; hash: string }>()
    expect(number).toBe(1)
    expect(after.headers['etag']).toBe(`"${hash}"`)
    expect(first.heard.text.replace(/^retry: .*\n\n/, '')).toBe(
      `id: 1\nevent: release\ndata: {"number":1,"hash":"${hash}"}\n\n`
    )
    const late = listen('board')
    const back = listen('board', { 'last-event-id': '1' })
    await expect.poll(() => late.heard.text, { timeout: 5000 }).toContain(hash)
    expect(back.heard.text).not.toContain('event')
    for (const each of [first, late, back]) each.leave()
  })

  it('finds nothing where nobody chose live results', async () => {
    for (const url of ['/live/not-live/events', '/live/not-live/state.json', '/live/nobody/state.json'])
      expect((await house.app.inject(url)).statusCode, url).toBe(404)
  })
})
