import { sql } from 'drizzle-orm'
import Type from 'typebox'
import { Check } from 'typebox/value'
import { statusAt, wordsFor, type Status } from '#surveys'
import { listConsultations, type Consultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { findRelease } from '../releases/store.ts'

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
    emptied,
    demonstration,
    version
  } = consultation
  const found = await findRelease(db, slug)
  return {
    slug,
    title: titleOf(consultation, draft),
    status: statusAt(schedule, now),
    demonstration,
    opensOn,
    closesOn,
    timeZone,
    meeting: meeting && `${meeting.body}/${meeting.number}`,
    languages,
    breakdowns,
    access,
    destroyed: emptied === 'destroyed',
    responsesAtLeast: version === null ? 0 : await wholeTens(db, version.id),
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
