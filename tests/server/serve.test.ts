import { readdir } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { demonstrationSlugs } from '../../server/secretariat/demonstration.ts'
import { serve, type Server } from '../../server/serve.ts'
import { consultations } from '../../server/database/schema.ts'
import { StartRefused } from '../../server/database/start-refused.ts'
import { secretIn } from '../../server/keys/secret.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { makeFolder } from '../support/folder.ts'

let test: TestDatabase
let keys: Awaited<ReturnType<typeof makeFolder>>
const running: Server[] = []

beforeEach(async () => {
  test = await openTestDatabase()
  keys = await makeFolder()
})
afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
  await test.drop()
  await keys.remove()
})

/** Starts a server as its environment says. @returns the lines that whoever started it reads */
async function start(environment: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const said: string[] = []
  const config = readConfig({ DATABASE_URL: test.url, EARSHOT_KEYS: keys.path, PORT: '0', ...environment })
  running.push(await serve(config, line => said.push(line)))
  return said
}

const production = { NODE_ENV: 'production', PUBLIC_URL: 'https://earshot.example' }

describe('a server that starts on an empty database', () => {
  it('says where a demonstration can be answered and where another one is read, and both are there', async () => {
    const said = await start()
    const { address = '' } = running[0] ?? {}
    expect(said).toEqual([
      `Earshot is listening on ${address}`,
      `Demonstration, open: ${address}/en/${demonstrationSlugs.open}`,
      `Demonstration, live: ${address}/en/live/${demonstrationSlugs.open}`,
      ...[demonstrationSlugs.finished, demonstrationSlugs.before].flatMap(slug => [
        `Demonstration, results: ${address}/en/results/${slug}`,
        `Demonstration, report: ${address}/en/results/${slug}/1/report`
      ])
    ])
    for (const line of said.slice(1)) {
      const reply = await fetch(line.slice(line.indexOf('http')))
      expect(reply.status).toBe(200)
      expect(await reply.text()).toContain('class="demonstration"')
    }
  })

  it.each([
    ['EARSHOT_DEMO is 0', { EARSHOT_DEMO: '0' }],
    ['it is in production', production],
    ['it is in production, whatever EARSHOT_DEMO is', { ...production, EARSHOT_DEMO: '1' }]
  ])('leaves demonstrations out where %s', async (_, environment) => {
    const said = await start(environment)
    expect(said).toHaveLength(1)
    expect(await test.database.db.$count(consultations)).toBe(0)
  })
})

describe('a server with a folder of recordings', () => {
  it('says nothing of it where it is there, and names it where it is not', async () => {
    expect(await start({ EARSHOT_DEMO: '0', EARSHOT_MEDIA: keys.path })).toHaveLength(1)
    const [, line] = await start({ EARSHOT_DEMO: '0', EARSHOT_MEDIA: `${keys.path}/nothing` })
    expect(line).toContain(`EARSHOT_MEDIA is ${keys.path}/nothing`)
  })
})

describe('a server whose EARSHOT_KEYS is not the folder that its database was used with', () => {
  it('does not start, says what to set, and makes no key in the wrong folder', async () => {
    await start()
    await running.splice(0)[0]?.close()
    const elsewhere = await makeFolder()
    const nowhere = start({ EARSHOT_KEYS: elsewhere.path })
    await expect(nowhere).rejects.toThrow(StartRefused)
    await expect(nowhere).rejects.toThrow(
      `There is no key file ${elsewhere.path}/noise.key. Set EARSHOT_KEYS`
    )
    await secretIn(elsewhere.path, 'noise')
    await expect(start({ EARSHOT_KEYS: elsewhere.path })).rejects.toThrow(
      `The keys in ${elsewhere.path} are not those that this database was used with. Set EARSHOT_KEYS`
    )
    // The one that was there before anybody knew of the database.
    expect((await readdir(elsewhere.path)).sort()).toEqual(['noise.key', 'roles.key'])
    await elsewhere.remove()
    expect(await start()).toHaveLength(7)
  })
})

describe('a server in production whose database holds demonstrations', () => {
  it('says so in one line, and makes nothing of them', async () => {
    await start()
    const said = await start(production)
    expect(said).toHaveLength(2)
    expect(said[1]).toContain(demonstrationSlugs.open)
    expect(said[1]).toContain(demonstrationSlugs.finished)
    expect(await test.database.db.$count(consultations)).toBe(3)
  })
})
