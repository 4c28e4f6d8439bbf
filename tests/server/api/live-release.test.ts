import { afterAll, beforeAll, expect, it } from 'vitest'
import { close } from '../../../server/secretariat/close.ts'
import { findConsultation, isOpened } from '../../../server/consultations/find.ts'
import { descriptionOf, judgeOf, type Description } from '../../support/api-description.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'
import { arrive, arriveUntilReleased } from '../../support/live-arrivals.ts'

let house: House
let description: Description
const root = '/api/v1/consultations/in-the-hall'

beforeAll(async () => {
  house = await openHouse()
  description = await descriptionOf(house.app)
})
afterAll(() => house.close())

async function read<T = unknown>(path: string, described: string): Promise<T> {
  const reply = await house.app.inject(`${root}${path}`)
  expect([path, reply.statusCode]).toEqual([path, 200])
  expect(judgeOf(description)(`/api/v1/consultations/{slug}${described}`, reply)).toEqual([])
  return JSON.parse(reply.body) as T
}
type Identity = {
  readonly kind: string
  readonly release: number
  readonly sha256: string
  readonly responses: number
}
type List = { readonly items: readonly Identity[] }
type TableList = {
  readonly items: readonly {
    readonly question: string
    readonly by: readonly string[]
    readonly links: { readonly self: string }
  }[]
}

it('shows live releases as such, without a count in any table, and the final one after them as the latest', async () => {
  const consultation = await openConsultation(house, { slug: 'in-the-hall', live: true })
  expect(await read<List>('/releases', '/releases')).toMatchObject({ items: [] })
  await arrive(house, consultation, 19)
  expect(await read<List>('/releases', '/releases')).toMatchObject({ items: [] })
  const responses = await arriveUntilReleased(house, consultation, 101)
  const { items } = await read<List>('/releases', '/releases')
  expect(items.map(({ kind }) => kind)).toEqual(items.map(() => 'live'))
  const latest = await read<Identity>('/releases/latest', '/releases/{release}')
  expect(latest).toMatchObject({ responses, number: items[0]?.release })

  const tables = await read<TableList>('/releases/latest/tables', '/releases/{release}/tables')
  expect(tables.items.length).toBeGreaterThan(3)
  for (const { question, by, links } of tables.items) {
    expect([question, by]).toEqual([question, []])
    const path = links.self.slice(root.length)
    const table = await read<object>(path, '/releases/{release}/tables/{question}')
    expect(table).toMatchObject({ kind: 'live', question })
    expect(JSON.stringify(table)).not.toMatch(/"(n|base|count)":/)
  }
  expect((await house.app.inject(`${root}/releases/latest/tables/told?by=gender`)).statusCode).toBe(404)

  await close(house.database.as('secretariat').db, consultation, { by: 'test', now: house.now() })
  house.setClock('2026-03-11T12:00:00Z')
  const closed = await findConsultation(house.database.db, 'in-the-hall')
  if (closed === undefined || !isOpened(closed)) throw new Error('not there')
  await house.publish(closed)
  const after = await read<List>('/releases', '/releases')
  expect(after.items.map(({ kind }) => kind)).toEqual(['final', ...items.map(() => 'live')])
  expect(after.items.slice(1)).toEqual(items)
  expect(await read('/releases/latest/tables', '/releases/{release}/tables')).toMatchObject({ kind: 'final' })
})
