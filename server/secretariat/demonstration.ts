import { sql } from 'drizzle-orm'
import { languages } from '#locales'
import {
  comparableAnyway,
  dateIn,
  digitalLiteracyShape,
  firstWaveOf,
  firstWaveShape,
  gettingHelpShape,
  readyQuestionnaire,
  type Parsed,
  type Questionnaire,
  type ReadyName
} from '#surveys'
import type { Actor } from '../actor.ts'
import { findConsultation, isOpened, type OpenedConsultation } from '../consultations/find.ts'
import type { Database, Db } from '../database/client.ts'
import { consultations, meetings } from '../database/schema.ts'
import { noiseKey } from '../releases/noise-key.ts'
import { publishRelease } from '../releases/publish.ts'
import { hasRelease } from '../releases/store.ts'
import { pourAtClose } from '../waiting-room/pour.ts'
import { sayComparable } from './comparability.ts'
import { keepDraft } from './drafts.ts'
import { keepMadeUpAnswers, sealMadeUpAnswers } from './made-up-answers.ts'
import { addMeeting, demonstrationBody } from './meetings.ts'
import { homeTimeZone, open, type Opening } from './open.ts'
import { setSeries } from './series.ts'

/** The short names of the consultations that a newcomer finds: an open one, and two waves of a finished one. */
export const demonstrationSlugs = {
  open: 'getting-help-online',
  before: 'digital-literacy-a-year-before',
  finished: 'digital-literacy-and-me'
} as const

/** What the two waves are a series of. */
export const demonstrationSeries = 'digital-literacy'

const meeting = { body: demonstrationBody, number: 1 } as const
const madeUp = { shape: digitalLiteracyShape, count: 1200, seed: 2018 } as const
const madeUpBefore = { shape: firstWaveShape, count: 800, seed: 2017 } as const
/** They wait like all that is sent, and become live results by the pourer. */
const waiting = { shape: gettingHelpShape, count: 240, seed: 2026 } as const

/**
 * On an empty database, makes what shows how Earshot works: a meeting, a consultation that is open, and two waves of a
 * finished one with made-up answers and a release each. All of it is marked as a demonstration everywhere.
 *
 * Everything but the releases is one transaction, and each release another: whatever ends the process, the next start
 * finds nothing, or completes what is missing.
 */
export async function demonstrate(
  { db, pool }: Pick<Database, 'db' | 'pool'>,
  keyFolder: string,
  now: Date
): Promise<void> {
  const actor = { by: 'demonstration', now }
  if (await isEmpty(db)) {
    await db.transaction(async tx => {
      // Two servers that start at once on one empty database make one demonstration.
      await tx.execute(sql`lock table ${meetings}, ${consultations} in share row exclusive mode`)
      if (await isEmpty(tx)) await arrange(tx, keyFolder, actor)
    })
  }
  for (const slug of [demonstrationSlugs.before, demonstrationSlugs.finished]) {
    const finished = await findConsultation(db, slug)
    if (finished === undefined || !isOpened(finished) || !finished.demonstration) continue
    // With another noise key or a clock set back it stays without results: no reason for a server not to start.
    if (await hasRelease(db, slug)) continue
    await pourAtClose(db, keyFolder, finished, actor)
    await publishRelease(pool, await noiseKey(keyFolder), finished, actor)
  }
}

/** Whether nobody has begun to work with it. */
async function isEmpty(db: Db): Promise<boolean> {
  return (await db.$count(consultations)) === 0 && (await db.$count(meetings)) === 0
}

async function arrange(tx: Db, keyFolder: string, actor: Actor): Promise<void> {
  const day = (days: number): string => dateIn(days, actor.now, homeTimeZone)
  const dates = { startsOn: day(70), endsOn: day(72), documentDeadline: day(63) }
  must(await addMeeting(tx, { ...meeting, place: 'Geneva', timeZone: homeTimeZone, ...dates }, actor))
  const reference = `${meeting.body}/${meeting.number}`
  const show = async (slug: string, library: ReadyName, plan: Plan): Promise<OpenedConsultation> => {
    const { questionnaire = readyQuestionnaire(library), ...opening } = plan
    must(await keepDraft(tx, slug, questionnaire, actor, { library, demonstration: true }))
    must(await open(tx, { slug, languages, meeting: reference, past: true, ...opening }, keyFolder, actor))
    const opened = await findConsultation(tx, slug)
    if (opened === undefined || !isOpened(opened)) throw new RangeError(`${slug} was opened and is not open`)
    return opened
  }
  const going = await show(demonstrationSlugs.open, 'getting-help', {
    from: day(-3),
    until: day(56),
    breakdowns: ['age_band', 'gender', 'setting'],
    // Both editions are there to be looked at.
    agesFrom: 8,
    live: true
  })
  await sealMadeUpAnswers(tx, going, waiting, actor)
  const finished = await show(demonstrationSlugs.finished, 'digital-literacy', {
    from: day(-60),
    until: day(-14),
    breakdowns: ['age_band', 'gender', 'region']
  })
  await keepMadeUpAnswers(tx, finished, madeUp, actor)
  const before = await show(demonstrationSlugs.before, 'digital-literacy', {
    from: day(-425),
    until: day(-379),
    // Its results are there to be compared with; without groups they are made at once.
    breakdowns: [],
    // The meeting is made up, and only one: a year before it there was none.
    meeting: undefined,
    questionnaire: firstWaveOf(finished.version.questionnaire)
  })
  await keepMadeUpAnswers(tx, before, madeUpBefore, actor)
  for (const { slug } of [before, finished]) must(await setSeries(tx, slug, demonstrationSeries, actor))
  must(await sayComparable(tx, [before, finished], { ...comparableAnyway, comparable: true }, actor))
}

type Plan = Pick<Opening, 'from' | 'until' | 'breakdowns' | 'agesFrom' | 'live'> &
  Partial<Pick<Opening, 'meeting'>> & { readonly questionnaire?: Questionnaire }

function must(parsed: Parsed<unknown>): void {
  if (!parsed.ok) throw new RangeError(`the demonstration does not open: ${JSON.stringify(parsed.problems)}`)
}
