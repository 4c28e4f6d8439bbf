import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { addresses } from '#views'
import type { AgeBand } from '#surveys'
import { at } from '../../server/api/addresses.ts'
import { buildApp } from '../../server/app.ts'
import { openDatabase, type Database } from '../../server/database/client.ts'
import { demonstrate, demonstrationSlugs } from '../../server/secretariat/demonstration.ts'
import { loadViews } from '../../server/views.ts'
import { tending } from '../../server/waiting-room/tend.ts'
import { openWorkshop } from '../../server/workshop/index.ts'
import { makeFolder } from '../support/folder.ts'

/** What the benchmarks load: Earshot itself, and the floors it is compared with. */
export type ServerKind = 'earshot' | 'bare-page' | 'bare-results' | 'bare-api' | 'bare-parse' | 'bare-insert'

/** What a server is asked: the bytes it has resident, or to have what waits poured, and how many milliseconds that took. */
export type Wish = 'memory' | 'pour'

export function demonstrationAddress(band?: AgeBand): string {
  return band === undefined
    ? addresses.landing('en', demonstrationSlugs.open)
    : addresses.questionnaire('en', demonstrationSlugs.open, band)
}

/** A release of a demonstration, by its number. */
export const resultsAddress = addresses.release('en', demonstrationSlugs.finished, 1)
/** One of its tables, for programs. */
export const tableAddress = at.table(demonstrationSlugs.finished, 1, 'devices', [])

/** A filled-in form of the demonstration. */
export function demonstrationForm(resend: string): string {
  return new URLSearchParams([
    ['band', '16_17'],
    ['version', '1'],
    ['resend', resend],
    ['q.hours', '5'],
    ['q.phones', 'breaks'],
    ['q.upset', 'yes'],
    ['q.told', 'friend'],
    ['q.knows_helpline', 'dk'],
    ['q.helpline_wish', 'chat'],
    ['q.helpline_wish', 'secret'],
    ['q.report', 'no'],
    ['q.age_checks', 'good'],
    ['q.gender', 'female'],
    ['q.setting', 'city']
  ]).toString()
}

const keyFolders = new WeakMap<Database, string>()

async function keysOf(database: Database): Promise<string> {
  const folder = keyFolders.get(database) ?? (await mkdtemp(join(tmpdir(), 'earshot-bench-keys-')))
  keyFolders.set(database, folder)
  return folder
}

/** One round of the pourer, in milliseconds. */
async function pour(database: Database): Promise<number> {
  const tend = tending(database.as('pourer'), await keysOf(database), error => {
    throw error
  })
  const start = performance.now()
  await tend(new Date())
  return performance.now() - start
}

async function earshot(database: Database): Promise<FastifyInstance> {
  const folder = await keysOf(database)
  await demonstrate(database, folder, new Date())
  const clock = () => new Date()
  return buildApp({
    admission: database.as('admission'),
    reader: database.as('reader').db,
    secretariat: database.as('secretariat').db,
    views: await loadViews(),
    workshop: openWorkshop(),
    pepper: randomBytes(32),
    keyFolder: folder,
    clock,
    trustProxy: false,
    https: false,
    gallery: false,
    logger: false
  })
}

/** A route that does nothing but send the very bytes that ours sends at an address. */
function bareBytes(path: string) {
  return async (database: Database): Promise<FastifyInstance> => {
    const ours = await earshot(database)
    const { rawPayload, headers, statusCode } = await ours.inject({
      url: path,
      headers: { 'accept-encoding': 'br' }
    })
    await ours.close()
    if (statusCode !== 200) throw new Error(`${path} answers ${statusCode}`)
    const app = fastify()
    app.get(path, (_request, reply) =>
      reply.type(String(headers['content-type'])).header('content-encoding', 'br').send(rawPayload)
    )
    return app
  }
}

function bareForm(work: (body: string) => Promise<unknown>): FastifyInstance {
  const app = fastify()
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      done(null, new URLSearchParams(String(body)))
    }
  )
  app.post(demonstrationAddress(), async (request, reply) => {
    await work(String(request.body))
    return reply.code(303).header('location', '/').send()
  })
  return app
}

async function bareInsert(database: Database): Promise<FastifyInstance> {
  await database.pool.query(
    'create table bare (id uuid primary key default gen_random_uuid(), answers smallint[], key bigint)'
  )
  return bareForm(() =>
    database.pool.query('insert into bare (answers, key) values ($1, $2)', [
      Array.from({ length: 14 }, (_, slot) => slot),
      randomBytes(8).readBigInt64LE()
    ])
  )
}

const servers: Readonly<Record<ServerKind, (database: Database) => Promise<FastifyInstance>>> = {
  earshot,
  'bare-page': bareBytes(demonstrationAddress('16_17')),
  'bare-results': bareBytes(resultsAddress),
  'bare-api': bareBytes(tableAddress),
  'bare-parse': async () => bareForm(async body => body),
  'bare-insert': bareInsert
}

/** Runs one of them on a throw-away embedded database until it is told to stop. */
async function serve(kind: ServerKind, tell: (url: string) => void): Promise<void> {
  const folder = await makeFolder()
  const dataFolder = { path: folder.path, explicit: true }
  const keyFolder = join(folder.path, 'keys')
  const database = await openDatabase({ databaseUrl: undefined, dataFolder, keyFolder, say: () => undefined })
  const app = await servers[kind](database)
  process.on('message', wish => {
    if (wish === 'memory') {
      process.send?.(process.memoryUsage.rss())
      return
    }
    if (wish === 'pour') {
      void pour(database).then(milliseconds => process.send?.(milliseconds))
      return
    }
    void app
      .close()
      .then(() => database.close())
      .then(() => folder.remove())
      .then(() => process.exit(0))
  })
  tell(await app.listen({ host: '127.0.0.1', port: 0 }))
}

const wanted = process.argv[2]
const kinds = Object.keys(servers) as ServerKind[]
const kind = kinds.find(name => name === wanted)
if (process.send !== undefined && kind !== undefined) await serve(kind, url => process.send?.(url))
