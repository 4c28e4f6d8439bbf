import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digitalLiteracyShape, readyQuestionnaire } from '#surveys'
import { findConsultation, isOpened, type OpenedConsultation } from '../../../server/consultations/find.ts'
import { consultations, remarks, responses } from '../../../server/database/schema.ts'
import { importAnswers } from '../../../server/secretariat/answers-import.ts'
import { demonstrate, demonstrationSlugs } from '../../../server/secretariat/demonstration.ts'
import { keepDraft } from '../../../server/secretariat/drafts.ts'
import { keepMadeUpAnswers } from '../../../server/secretariat/made-up-answers.ts'
import { open } from '../../../server/secretariat/open.ts'
import { assurances } from '../../support/assurances.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { makeFolder, type Folder } from '../../support/folder.ts'

const now = new Date('2026-11-22T12:00:00Z')
const actor = { by: 'test', now }
const paper = {
  bytes: Buffer.from('gender\nfemale\n'),
  language: 'en',
  again: false,
  onProgress: () => undefined
} as const
const madeUp = { shape: digitalLiteracyShape, count: 30, seed: 1 }

let test: TestDatabase
let keys: Folder

beforeAll(async () => {
  test = await openTestDatabase()
  keys = await makeFolder()
  const { db } = test.database
  await demonstrate(test.database, keys.path, now)
  await keepDraft(db, 'drafted', readyQuestionnaire('digital-literacy'), actor)
  await keepDraft(db, 'real', readyQuestionnaire('digital-literacy'), actor, { library: 'digital-literacy' })
  const dates = { from: '2026-11-01', until: '2026-12-01' }
  const opening = {
    slug: 'real',
    ...dates,
    languages: ['en'],
    breakdowns: [],
    meeting: undefined,
    past: false,
    assurances
  }
  expect(await open(db, opening, keys.path, actor)).toMatchObject({ ok: true })
})
afterAll(async () => {
  await test.drop()
  await keys.remove()
})

async function opened(slug: string): Promise<OpenedConsultation> {
  const found = await findConsultation(test.database.db, slug)
  if (found === undefined || !isOpened(found)) throw new Error(`${slug} is not there`)
  return found
}

describe('made-up answers', () => {
  it('are refused by a consultation that is none, and leave nothing in it', async () => {
    const { db } = test.database
    const before = [await db.$count(responses), await db.$count(remarks)]
    const real = await opened('real')
    await expect(keepMadeUpAnswers(db, real, madeUp, actor)).rejects.toThrow(/no demonstration/)
    // Whatever the caller takes it for: the database is asked.
    await expect(keepMadeUpAnswers(db, { ...real, demonstration: true }, madeUp, actor)).rejects.toThrow(
      RangeError
    )
    expect([await db.$count(responses), await db.$count(remarks)]).toEqual(before)
  })

  it('say of themselves that they are made up, where they are words', async () => {
    const texts = await test.database.db.select({ text: remarks.text }).from(remarks)
    expect(texts.length).toBeGreaterThan(100)
    expect(texts.filter(({ text }) => !text.includes('made up'))).toEqual([])
  })
})

describe('real answers', () => {
  it.each(Object.values(demonstrationSlugs))('are refused by %s, in a sentence', async slug => {
    const { db } = test.database
    const before = await db.$count(responses)
    expect(await importAnswers(db, await opened(slug), paper, actor)).toEqual({
      ok: false,
      problems: [{ at: slug, code: 'answers.demonstration', params: { slug } }]
    })
    expect(await db.$count(responses)).toBe(before)
  })

  it('are taken in by any other', async () => {
    const { db } = test.database
    expect(await importAnswers(db, await opened('real'), paper, actor)).toMatchObject({ ok: true })
  })
})

describe('whether a consultation is a demonstration', () => {
  const attempts = {
    'makes it real': sql`update consultations set demonstration = false where slug = ${demonstrationSlugs.finished}`,
    'makes an opened one a demonstration': sql`update consultations set demonstration = true where slug = 'real'`,
    'makes a draft a demonstration': sql`update consultations set demonstration = true where slug = 'drafted'`,
    'makes it real while taking its promises back': sql`update consultations set demonstration = false, policy = null where slug = ${demonstrationSlugs.open}`,
    'exchanges the two at once': sql`update consultations set demonstration = not demonstration`,
    'puts a new row in its place': sql`insert into consultations (slug, draft, demonstration)
      select slug, draft, false from consultations where slug = ${demonstrationSlugs.open}
      on conflict (slug) do update set demonstration = excluded.demonstration`,
    'takes its row away, to make another': sql`delete from consultations where slug = ${demonstrationSlugs.finished}`,
    'takes all rows away': sql`truncate consultations cascade`,
    'gives its version to another': sql`update versions set consultation_id = (select id from consultations where slug = 'real')`,
    'gives its release to another': sql`update releases set consultation_id = (select id from consultations where slug = 'real')`,
    'gives another its id': sql`update consultations set id = gen_random_uuid() where slug = ${demonstrationSlugs.finished}`
  }

  it.each(Object.entries(attempts))('is kept from whoever %s', async (_, statement) => {
    const { db } = test.database
    const marks = () =>
      db
        .select({
          id: consultations.id,
          slug: consultations.slug,
          demonstration: consultations.demonstration
        })
        .from(consultations)
        .orderBy(consultations.slug)
    const before = await marks()
    await expect(db.execute(statement)).rejects.toMatchObject({
      cause: { code: expect.stringMatching(/^23/) as string }
    })
    expect(await marks()).toEqual(before)
  })

  it('does not change with a questionnaire that is imported or taken anew', async () => {
    const { db } = test.database
    const origin = { demonstration: true } as const
    const again = await keepDraft(db, 'drafted', readyQuestionnaire('getting-help'), actor, origin)
    expect(again).toEqual({ ok: true, value: 'replaced' })
    expect((await findConsultation(db, 'drafted'))?.demonstration).toBe(false)
  })
})
