import type { Socket } from 'node:net'
import { isDeepStrictEqual } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { languages } from '#locales'
import { readyQuestionnaire } from '#surveys'
import { findConsultation, isOpened, type OpenedConsultation } from '../../../server/consultations/find.ts'
import { listDemonstrations } from '../../../server/consultations/demonstrations.ts'
import { openDatabase, type Database } from '../../../server/database/client.ts'
import { openPool } from '../../../server/database/pool.ts'
import { consultations, meetings, releases, responses } from '../../../server/database/schema.ts'
import { findRelease } from '../../../server/releases/store.ts'
import { demonstrate, demonstrationSlugs } from '../../../server/secretariat/demonstration.ts'
import { keepDraft } from '../../../server/secretariat/drafts.ts'
import { addMeeting } from '../../../server/secretariat/meetings.ts'
import { open } from '../../../server/secretariat/open.ts'
import { assurances } from '../../support/assurances.ts'
import { storeAnswers } from '../../support/answers.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { makeFolder, type Folder } from '../../support/folder.ts'

const now = new Date('2026-11-22T12:00:00Z')
const actor = { by: 'test', now }
const nothing = { meetings: 0, consultations: 0, responses: 0, releases: 0 }
const everything = { meetings: 1, consultations: 3, responses: 2000, releases: 2 }

let test: TestDatabase
let database: Database
let keys: Folder
let otherKeys: Folder

beforeEach(async () => {
  test = await openTestDatabase()
  database = test.database
  keys = await makeFolder()
  otherKeys = await makeFolder()
})
afterEach(async () => {
  await test.drop()
  await keys.remove()
  await otherKeys.remove()
})

async function counted() {
  const { db } = database
  return {
    meetings: await db.$count(meetings),
    consultations: await db.$count(consultations),
    responses: await db.$count(responses),
    releases: await db.$count(releases)
  }
}

async function opened(slug: string): Promise<OpenedConsultation> {
  const found = await findConsultation(database.db, slug)
  if (found === undefined || !isOpened(found)) throw new Error(`${slug} is not there`)
  return found
}

/** Everything that was answered, in no order of its own. */
async function answersIn({ db }: Database): Promise<string[]> {
  const rows = await db.select({ answers: responses.answers }).from(responses)
  return rows.map(({ answers }) => answers.join(' ')).sort()
}

/** Another process on the same database. */
function another(): Promise<Database> {
  return openDatabase({
    databaseUrl: test.url,
    dataFolder: { path: 'unused', explicit: true },
    say: () => undefined
  })
}

/** Pieces of work from one cut to the next: each start takes seconds. */
const cutEvery = 4

/** Cuts the connection of a pool as the end of its process would, before a statement, counted over all of them. */
function cuttingAt({ pool }: Database, statement: number): () => boolean {
  let sent = 0
  pool.on('connect', client => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown
    const cut = (...given: unknown[]): unknown => {
      sent += 1
      if (sent === statement)
        (client as unknown as { connection: { stream: Socket } }).connection.stream.destroy()
      return query(...given)
    }
    client.query = cut as typeof client.query
  })
  return () => sent >= statement
}

describe('an empty database', () => {
  it('gets a consultation that is open and two waves of a finished one, all of them marked', async () => {
    await demonstrate(database, keys.path, now)
    expect(await counted()).toEqual(everything)
    const [going, finished] = [
      await opened(demonstrationSlugs.open),
      await opened(demonstrationSlugs.finished)
    ]
    expect(going).toMatchObject({
      demonstration: true,
      opensOn: '2026-11-19',
      closesOn: '2027-01-17',
      languages,
      meeting: { body: 'DEMO', number: 1, place: 'Geneva', startsOn: '2027-01-31' }
    })
    expect(finished).toMatchObject({
      demonstration: true,
      opensOn: '2026-09-23',
      closesOn: '2026-11-08',
      languages
    })
    expect(await listDemonstrations(database.db, now)).toEqual([
      { slug: demonstrationSlugs.open, open: true, live: true, latestRelease: null },
      { slug: demonstrationSlugs.finished, open: false, live: false, latestRelease: 1 },
      { slug: demonstrationSlugs.before, open: false, live: false, latestRelease: 1 }
    ])
  })

  it('shows every newcomer the same answers, in a release that says that it is a demonstration', async () => {
    await demonstrate(database, keys.path, now)
    const found = await findRelease(database.db, demonstrationSlugs.finished)
    expect(found?.release).toMatchObject({
      number: 1,
      responses: 1200,
      consultation: { demonstration: true, closesOn: '2026-11-08' }
    })
    const elsewhere = await openTestDatabase()
    try {
      await demonstrate(elsewhere.database, otherKeys.path, now)
      expect(await answersIn(elsewhere.database)).toEqual(await answersIn(database))
    } finally {
      await elsewhere.drop()
    }
  })

  it('is left as it is where the demonstration is there already', async () => {
    await demonstrate(database, keys.path, now)
    await demonstrate(database, keys.path, new Date('2026-12-24T12:00:00Z'))
    expect(await counted()).toEqual(everything)
  })

  it('gets one demonstration from two servers that start at once', async () => {
    const other = await another()
    try {
      await Promise.all([demonstrate(database, keys.path, now), demonstrate(other, keys.path, now)])
      expect(await counted()).toEqual(everything)
    } finally {
      await other.close()
    }
  })

  it(
    'gets a whole one from whoever starts next, wherever a start was cut off',
    { timeout: 300_000 },
    async () => {
      const states: unknown[] = []
      let cuts = 0
      for (let over = false; !over;) {
        const other = await another()
        const wasCut = cuttingAt(other, 1 + cuts * cutEvery)
        await demonstrate(other, keys.path, now).catch(() => undefined)
        await other.close()
        if (wasCut()) cuts += 1
        else over = true
        states.push(await counted())
      }
      expect(cuts * cutEvery).toBeGreaterThan(20)
      const arranged = { ...everything, releases: 0 }
      expect(states).toContainEqual(nothing)
      expect(states).toContainEqual(arranged)
      const between = { ...everything, releases: 1 }
      const whole = [nothing, arranged, between, everything]
      expect(states.filter(state => !whole.some(each => isDeepStrictEqual(each, state)))).toEqual([])
      expect(states.at(-1)).toEqual(everything)
      expect(await findRelease(database.db, demonstrationSlugs.finished)).toBeDefined()
    }
  )

  it('gets its results from the server with the same key, and no other server fails for it', async () => {
    const ended = openPool({ connectionString: test.url })
    await ended.end()
    await expect(demonstrate({ db: database.db, pool: ended }, keys.path, now)).rejects.toThrow()
    await demonstrate(database, otherKeys.path, now)
    expect(await counted()).toEqual({ ...everything, releases: 0 })
    await demonstrate(database, keys.path, now)
    expect(await counted()).toEqual(everything)
  })
})

describe('a database that somebody works with', () => {
  it('gets no demonstration beside a consultation, a draft though it be', async () => {
    await keepDraft(database.db, 'ours', readyQuestionnaire('getting-help'), actor)
    await demonstrate(database, keys.path, now)
    expect(await counted()).toEqual({ ...nothing, consultations: 1 })
  })

  it('gets none beside a meeting', async () => {
    const dates = { startsOn: '2027-02-01', endsOn: '2027-02-03', documentDeadline: '2027-01-20' }
    const meeting = { body: 'CWG-COP', number: 24, place: 'Geneva', timeZone: 'Europe/Zurich', ...dates }
    expect(await addMeeting(database.db, meeting, actor)).toMatchObject({ ok: true })
    await demonstrate(database, keys.path, now)
    expect(await counted()).toEqual({ ...nothing, meetings: 1 })
  })

  it('keeps the demonstration of an earlier Earshot, and gets nothing new', async () => {
    const origin = { library: 'getting-help', demonstration: true } as const
    await keepDraft(database.db, 'demonstration', readyQuestionnaire('getting-help'), actor, origin)
    const opening = {
      slug: 'demonstration',
      from: '2026-11-01',
      until: '2026-12-31',
      languages,
      breakdowns: [],
      meeting: undefined,
      past: false
    }
    expect(await open(database.db, opening, keys.path, actor)).toMatchObject({ ok: true })
    await demonstrate(database, keys.path, now)
    expect(await counted()).toEqual({ ...nothing, consultations: 1 })
    expect(await listDemonstrations(database.db, now)).toEqual([
      { slug: 'demonstration', open: true, live: false, latestRelease: null }
    ])
  })

  it('has no release made of a consultation that happens to have the same short name', async () => {
    const slug = demonstrationSlugs.finished
    await keepDraft(database.db, slug, readyQuestionnaire('digital-literacy'), actor)
    const opening = {
      slug,
      from: '2026-10-01',
      until: '2026-10-31',
      languages,
      breakdowns: [],
      meeting: undefined,
      past: true,
      assurances
    }
    expect(await open(database.db, opening, keys.path, actor)).toMatchObject({ ok: true })
    await storeAnswers(database.db, await opened(slug), 30, 'en')
    await demonstrate(database, keys.path, now)
    expect(await counted()).toEqual({ ...nothing, consultations: 1, responses: 30 })
  })
})
