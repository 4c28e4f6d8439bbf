import { sql } from 'drizzle-orm'
import Type from 'typebox'
import { Check } from 'typebox/value'
import { statusAt, wordsFor, type Status } from '#surveys'
import { listConsultations, type Consultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import {
  isLive,
  liveQuestionsOf,
  liveRuleOf,
  nextThreshold,
  thresholdReached,
  type AnyRelease,
  type LiveCell
} from '#analytics'
import { anyReleaseReaderOf, findRelease } from '../releases/store.ts'

export type ConsultationStatus = {
  readonly slug: string
  readonly title: string
  readonly status: Status
  readonly demonstration: boolean
  readonly opensOn: string | null
  readonly closesOn: string | null
  readonly timeZone: string
  readonly meeting: string | null
  readonly languages: readonly string[]
  readonly breakdowns: readonly string[]
  readonly access: Consultation['access']
  /** How many answers are aimed at; null where nobody has said. */
  readonly aim: number | null
  /** What live results have told; null where there are none. */
  readonly live: LiveStatus | null
  /** Whether fewer than ten had come in by the close, and were destroyed unread. */
  readonly destroyed: boolean
  /** Responses in whole tens: a number that moves by one would tell who has just answered. */
  readonly responsesAtLeast: number
  readonly latestRelease: {
    readonly number: number
    readonly hash: string
    readonly releasedOn: string
    readonly responses: number
  } | null
}

export type LiveStatus = {
  /** Responses in the latest live release, which are public; 0 before the first. */
  readonly responses: number
  /** Responses that the next one will have at least; null where none comes any more. */
  readonly next: number | null
  readonly questions: readonly {
    readonly question: string
    readonly shares: readonly { readonly code: string; readonly text: string }[]
  }[]
}

/** Where every consultation stands, or the one with that slug. */
export async function statusOf(db: Db, slug: string | undefined, now: Date): Promise<ConsultationStatus[]> {
  const all = await listConsultations(db)
  const wanted = all.filter(consultation => slug === undefined || consultation.slug === slug)
  return Promise.all(wanted.map(consultation => statusOfOne(db, consultation, now)))
}

async function statusOfOne(db: Db, consultation: Consultation, now: Date): Promise<ConsultationStatus> {
  const {
    slug,
    draft,
    schedule,
    opensOn,
    closesOn,
    timeZone,
    meeting,
    languages,
    breakdowns,
    access,
    aim,
    live,
    emptied,
    demonstration,
    version
  } = consultation
  const found = await findRelease(db, slug)
  const status = statusAt(schedule, now)
  const responsesAtLeast = version === null ? 0 : await wholeTens(db, version.id)
  return {
    slug,
    title: titleOf(consultation, draft),
    status,
    demonstration,
    opensOn,
    closesOn,
    timeZone,
    meeting: meeting && `${meeting.body}/${meeting.number}`,
    languages,
    breakdowns,
    access,
    aim,
    live: live
      ? liveStatus(access, (await anyReleaseReaderOf(db)(slug))?.release, {
          sent: responsesAtLeast,
          closed: status === 'closed'
        })
      : null,
    destroyed: emptied === 'destroyed',
    responsesAtLeast,
    latestRelease:
      found === undefined
        ? null
        : {
            number: found.release.number,
            hash: found.hash,
            releasedOn: found.release.releasedOn,
            responses: found.release.responses
          }
  }
}

/**
 * From what everybody can see and the number sent in whole tens, and nothing else: whether much or little waits is not told.
 * Where a threshold was passed and nothing came of it, the audit refused it, and the one after it is next.
 */
function liveStatus(
  access: Consultation['access'],
  latest: AnyRelease | undefined,
  { sent, closed }: { readonly sent: number; readonly closed: boolean }
): LiveStatus | null {
  const release = latest !== undefined && isLive(latest) ? latest : undefined
  if (latest !== undefined && release === undefined) return null
  const responses = release?.responses ?? 0
  const { first } = liveRuleOf(access)
  const asked = release === undefined ? [] : liveQuestionsOf(release.version.questionnaire)
  return {
    responses,
    next: closed ? null : nextThreshold(thresholdReached(responses, sent, first) ?? responses, first),
    questions: asked.flatMap(({ id }) => {
      const cells = release?.tables.find(({ question }) => question === id)?.cells ?? []
      return [{ question: id, shares: cells.map(cell => ({ code: cell.code, text: shareText(cell) })) }]
    })
  }
}

function shareText({ share, word, status }: LiveCell): string {
  if (status === 'c') return '[c]'
  if (share === null) return word === null ? '[c]' : words[word]
  return status === 't' ? `${share} % or more` : `${share} %`
}

/** The command line speaks English. */
const words = { some: 'some', half: 'about half', most: 'most', nearlyAll: 'nearly all' } as const

function titleOf({ languages }: Consultation, { title }: Consultation['draft']): string {
  // The command line speaks English where the consultation does.
  const language = languages.find(each => each === 'en') ?? languages[0]
  return language === undefined
    ? (title.standard.en ?? Object.values(title.standard)[0] ?? '')
    : wordsFor(title, language, 'standard')
}

async function wholeTens(db: Db, versionId: string): Promise<number> {
  const { rows } = await db.execute(sql`select sent_in_tens(${versionId}) as sent`)
  const [row] = rows
  if (!Check(Sent, row)) throw new RangeError('the database counts in whole tens')
  return row.sent
}

/** The secretariat's role may count answers in this way only. */
const Sent = Type.Object({ sent: Type.Integer({ multipleOf: 10 }) })
