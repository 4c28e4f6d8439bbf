import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { storeAnswers } from '../../support/answers.ts'
import { openConsultation, openHouse, type Fitting, type House } from '../../support/house.ts'

const files = ['/fr/results/getting-help/1/report.docx', '/fr/results/getting-help/1/figures/devices.png']

/** A house with one release, and what it logged. */
async function houseWith(makes: Fitting['makes']): Promise<[House, string[]]> {
  const lines: string[] = []
  const house = await openHouse({
    logger: { level: 'warn', stream: { write: line => lines.push(line) } },
    makes
  })
  const consultation = await openConsultation(house, { breakdowns: [] })
  await storeAnswers(house.database.db, consultation, 100, 'en')
  house.setClock('2026-04-02T08:00:00Z')
  await house.publish(consultation)
  return [house, lines]
}

describe('where too many pictures and documents wait to be made', () => {
  let house: House
  let lines: string[]
  beforeAll(async () => {
    ;[house, lines] = await houseWith({ limits: { picture: 0, document: 0, package: 0 } })
  })
  afterAll(() => house.close())

  it.each(files)('%s asks to come back, in words that do not speak of answers', async url => {
    const reply = await house.app.inject(url)
    expect(reply.statusCode).toBe(503)
    expect(reply.headers).toMatchObject({ 'retry-after': '30', 'cache-control': 'no-store' })
    expect(reply.headers['content-disposition']).toBeUndefined()
    expect(reply.body).toContain('Ce fichier n’est pas prêt')
  })

  it('logs a warning, and no fault', async () => {
    lines.splice(0)
    await house.app.inject(files[0] ?? '')
    expect(lines.map(line => JSON.parse(line))).toMatchObject([
      {
        level: 40,
        route: '/:language/results/:slug/:number/report.docx',
        msg: expect.stringContaining('Too many')
      }
    ])
  })
})

describe('where the program that draws is not installed', () => {
  let house: House
  let lines: string[]
  beforeAll(async () => {
    ;[house, lines] = await houseWith(undefined)
    // What the package looks for in place of the program for this machine.
    vi.stubEnv('NAPI_RS_NATIVE_LIBRARY_PATH', '/nowhere/canvas.node')
  })
  afterEach(() => lines.splice(0))
  afterAll(async () => {
    vi.unstubAllEnvs()
    await house.close()
  })

  it.each(files)('%s is not there, and the log says why', async url => {
    const reply = await house.app.inject(url)
    expect(reply.statusCode).toBe(503)
    expect(reply.headers['retry-after']).toBeUndefined()
    expect(lines.join('')).toContain('@napi-rs/canvas, is not installed for this machine')
  })

  it.each(['', '/report', '/data.csv'])('pages and numbers are: %s', async path => {
    expect((await house.app.inject(`/fr/results/getting-help/1${path}`)).statusCode).toBe(200)
  })
})
