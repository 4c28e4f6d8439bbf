import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readyQuestionnaire, type Questionnaire } from '#surveys'
import { findConsultation } from '../../../server/consultations/find.ts'
import { keepDraft } from '../../../server/secretariat/drafts.ts'
import { addMeeting } from '../../../server/secretariat/meetings.ts'
import { open } from '../../../server/secretariat/open.ts'
import { assurances } from '../../support/assurances.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { makeFolder, type Folder } from '../../support/folder.ts'
import { options, words } from '../../support/sample-questionnaire.ts'

let database: TestDatabase
let keys: Folder
const actor = { by: 'test', now: new Date('2026-03-01T12:00:00Z') }

beforeAll(async () => {
  database = await openTestDatabase()
  keys = await makeFolder()
})
afterAll(async () => {
  await database.drop()
  await keys.remove()
})

/** Opens a consultation split by two questions with so many options, and by one with two. */
async function openSplitBy(slug: string, first: number, second: number) {
  const { db } = database.database
  const questionnaire: Questionnaire = {
    title: words('Countries'),
    sections: [
      {
        id: 'all',
        items: [
          { kind: 'single', id: 'born', text: words('Born in'), options: options(first) },
          { kind: 'single', id: 'living', text: words('Living in'), options: options(second) },
          { kind: 'single', id: 'safe', text: words('Safe'), options: options(2) }
        ]
      }
    ]
  }
  expect(await keepDraft(db, slug, questionnaire, actor)).toMatchObject({ ok: true })
  const opening = {
    slug,
    from: '2026-03-03',
    until: '2026-03-28',
    languages: ['en'],
    breakdowns: ['born', 'living', 'safe'],
    meeting: undefined,
    past: false,
    assurances
  }
  return open(db, opening, keys.path, actor)
}

describe('opening a consultation', () => {
  it('is refused where two breakdowns make more groups than a release has room for', async () => {
    const params = { first: 'born', second: 'living', combinations: 251 * 251, limit: 2500 }
    expect(await openSplitBy('too-fine', 250, 250)).toEqual({
      ok: false,
      problems: [{ at: '--breakdowns', code: 'open.breakdownsTooFine', params }]
    })
    expect(await openSplitBy('just-too-fine', 50, 49)).toMatchObject({ ok: false })
  })

  it('goes through with as many groups as there is room for', async () => {
    // "Not given" is a value of each as well: 50 by 50.
    expect(await openSplitBy('fine', 49, 49)).toMatchObject({ ok: true })
  })
})

describe('a real consultation', () => {
  const opening = {
    from: '2026-03-03',
    until: '2026-03-28',
    languages: ['en'],
    breakdowns: [],
    past: false,
    assurances
  }

  it('cannot prepare the made-up meeting of a demonstration, nor take it for one with the same number', async () => {
    const { db } = database.database
    const dates = { startsOn: '2026-05-04', endsOn: '2026-05-06', documentDeadline: '2026-04-24' }
    const meeting = { number: 7, place: 'Geneva', timeZone: 'Europe/Zurich', ...dates }
    expect(await addMeeting(db, { ...meeting, body: 'DEMO' }, actor)).toMatchObject({ ok: true })
    expect(await keepDraft(db, 'real', readyQuestionnaire('getting-help'), actor)).toMatchObject({ ok: true })
    const openAt = (reference: string) =>
      open(db, { slug: 'real', meeting: reference, ...opening }, keys.path, actor)
    expect(await openAt('DEMO/7')).toMatchObject({
      ok: false,
      problems: [{ at: '--meeting', code: 'open.demonstrationMeeting' }]
    })
    expect(await openAt('7')).toMatchObject({ ok: false, problems: [{ code: 'meeting.unknown' }] })
    expect(await addMeeting(db, { ...meeting, body: 'CWG-COP' }, actor)).toMatchObject({ ok: true })
    expect(await openAt('7')).toMatchObject({ ok: true })
  })
})

describe('the assurances', () => {
  const opening = {
    from: '2026-03-03',
    until: '2026-03-28',
    languages: ['en'],
    breakdowns: [],
    meeting: undefined,
    past: false
  }

  it('are asked for together before it opens, also for an earlier wave that is brought along', async () => {
    const { db } = database.database
    await keepDraft(db, 'unassured', readyQuestionnaire('getting-help'), actor)
    for (const past of [false, true]) {
      const refused = await open(db, { slug: 'unassured', ...opening, past }, keys.path, actor)
      expect(refused.ok ? [] : refused.problems.map(({ at }) => at)).toHaveLength(8)
    }
    expect((await findConsultation(db, 'unassured'))?.version).toBeNull()
  })

  it('are not asked of a demonstration, which keeps none', async () => {
    const { db } = database.database
    await keepDraft(db, 'shown', readyQuestionnaire('getting-help'), actor, { demonstration: true })
    expect(await open(db, { slug: 'shown', ...opening, assurances }, keys.path, actor)).toMatchObject({
      ok: true
    })
    expect((await findConsultation(db, 'shown'))?.assurances).toBeNull()
  })

  it('stay as they were when it opened, whoever tries', async () => {
    const { db } = database.database
    await keepDraft(db, 'assured', readyQuestionnaire('getting-help'), actor)
    expect(await open(db, { slug: 'assured', ...opening, assurances }, keys.path, actor)).toMatchObject({
      ok: true
    })
    expect((await findConsultation(db, 'assured'))?.assurances).toEqual(assurances)
    const changes = [
      sql`assurances = null`,
      sql`assurances = jsonb_set(assurances, '{controller}', '"Somebody else"')`
    ]
    for (const change of changes)
      await expect(
        db.execute(sql`update consultations set ${change} where slug = 'assured'`)
      ).rejects.toThrow()
    expect((await findConsultation(db, 'assured'))?.assurances).toEqual(assurances)
  })
})
