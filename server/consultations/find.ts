import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Policy, Target } from '#analytics'
import type { Language } from '#locales'
import {
  bandsOffered,
  instantsOf,
  type AgeBand,
  type Meeting,
  type Questionnaire,
  type Schedule
} from '#surveys'
import type { Db } from '../database/client.ts'
import type { Assurances } from './assurances.ts'
import { consultations, lifecycleEvents, meetings, tokenKeys, versions } from '../database/schema.ts'
import type { Access } from './access.ts'

/** A consultation with all that decides what may be done with it. */
export type Consultation = {
  readonly id: string
  readonly slug: string
  readonly draft: Questionnaire
  readonly demonstration: boolean
  readonly meeting: Meeting | null
  /** First and last day, inclusive, `YYYY-MM-DD` in `timeZone`; null until it has been opened. */
  readonly opensOn: string | null
  readonly closesOn: string | null
  readonly timeZone: string
  readonly schedule: Schedule
  /** The youngest age that is asked. */
  readonly agesFrom: number
  /** Who may answer. */
  readonly access: Access
  /** Whether results are shown while answers still come in. */
  readonly live: boolean
  /** How many answers are aimed at; null where nobody has said. */
  readonly aim: number | null
  /** The public key that checks tokens, DER; null where anyone may answer. */
  readonly tokenKey: Buffer | null
  readonly languages: readonly Language[]
  readonly breakdowns: readonly string[]
  readonly policy: Policy | null
  /** What respondents are compared with; null where nothing was declared. */
  readonly target: Target | null
  readonly keyFingerprint: string | null
  /** Who answers for it; null for demonstrations, and until it has been opened. */
  readonly assurances: Assurances | null
  /** What became of its waiting room once it had closed: poured, or destroyed unread. Null until then. */
  readonly emptied: 'poured' | 'destroyed' | null
  /** Frozen when it opened. */
  readonly version: Version | null
}
export type Version = {
  readonly id: string
  readonly number: number
  readonly hash: string
  readonly questionnaire: Questionnaire
}
/** A consultation that has been opened, whether or not it still takes answers. */
export type OpenedConsultation = Consultation & {
  readonly version: Version
  readonly policy: Policy
  readonly keyFingerprint: string
  readonly opensOn: string
  readonly closesOn: string
}

/** One consultation by its slug. */
export async function findConsultation(db: Db, slug: string): Promise<Consultation | undefined> {
  const [row] = await rows(db).where(eq(consultations.slug, slug)).limit(1)
  return row && consultationOf(row)
}

/** What of a consultation decides which questions are put to whom. */
export type Asking = Pick<OpenedConsultation, 'version' | 'agesFrom'>

const bands = new WeakMap<Asking, readonly AgeBand[]>()

/** The age bands that may answer; worked out once for each object, since every form asks for them. */
export function bandsOf(asking: Asking): readonly AgeBand[] {
  const known = bands.get(asking) ?? bandsOffered(asking.version.questionnaire, asking.agesFrom)
  bands.set(asking, known)
  return known
}

/** All consultations, the latest to close first. */
export async function listConsultations(db: Db): Promise<Consultation[]> {
  const found = await rows(db).orderBy(desc(consultations.closesOn), asc(consultations.slug))
  return found.map(consultationOf)
}

/** Whether it has been opened: then its version, policy and dates are there. */
export function isOpened(consultation: Consultation): consultation is OpenedConsultation {
  return (
    consultation.version !== null &&
    consultation.policy !== null &&
    consultation.keyFingerprint !== null &&
    consultation.opensOn !== null &&
    consultation.closesOn !== null
  )
}

function rows(db: Db) {
  const closed = db
    .select({
      consultationId: lifecycleEvents.consultationId,
      at: sql<Date>`min(${lifecycleEvents.at})`.mapWith(lifecycleEvents.at).as('closed_at')
    })
    .from(lifecycleEvents)
    .where(eq(lifecycleEvents.kind, 'closed'))
    .groupBy(lifecycleEvents.consultationId)
    .as('closed')
  return db
    .select({
      consultation: consultations,
      meeting: meetings,
      version: versions,
      closedAt: closed.at,
      tokenKey: tokenKeys.publicKey
    })
    .from(consultations)
    .leftJoin(meetings, eq(meetings.id, consultations.meetingId))
    .leftJoin(versions, and(eq(versions.consultationId, consultations.id), eq(versions.number, 1)))
    .leftJoin(closed, eq(closed.consultationId, consultations.id))
    .leftJoin(
      tokenKeys,
      and(eq(tokenKeys.consultationId, consultations.id), eq(tokenKeys.purpose, sql`${consultations.access}`))
    )
    .$dynamic()
}

function consultationOf(row: Awaited<ReturnType<typeof rows>>[number]): Consultation {
  const { consultation, meeting, version, closedAt, tokenKey } = row
  const { opensOn, closesOn, timeZone } = consultation
  const instants =
    opensOn === null || closesOn === null
      ? { opensAt: null, closesAt: null }
      : instantsOf(opensOn, closesOn, timeZone)
  return {
    id: consultation.id,
    slug: consultation.slug,
    draft: consultation.draft,
    demonstration: consultation.demonstration,
    meeting,
    opensOn,
    closesOn,
    timeZone,
    schedule: { ...instants, closedEarlyAt: closedAt, paused: consultation.paused },
    agesFrom: consultation.agesFrom,
    access: consultation.access,
    live: consultation.live,
    aim: consultation.aim,
    tokenKey,
    languages: consultation.languages,
    breakdowns: consultation.breakdowns,
    policy: consultation.policy,
    target: consultation.target,
    keyFingerprint: consultation.keyFingerprint,
    assurances: consultation.assurances,
    emptied: consultation.emptied,
    version
  }
}
