import { eq } from 'drizzle-orm'
import { defaultPolicy, type Target } from '#analytics'
import { isLanguage, languages as six, type Language } from '#locales'
import {
  bandsOffered,
  canonicalQuestionnaire,
  check,
  dateAt,
  defaultFirstAge,
  firstAges,
  isDate,
  type Parsed,
  type Problem,
  type Questionnaire
} from '#surveys'
import { checkAssurances, type Given } from '../consultations/assurances.ts'
import type { Access } from '../consultations/access.ts'
import { findConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { consultations, lifecycleEvents, versions } from '../database/schema.ts'
import { fingerprintOf, noiseKey } from '../releases/noise-key.ts'
import { sha256 } from '../sha256.ts'
import { openFirstKey } from '../waiting-room/keys.ts'
import { keepTokenKeys } from '../tokens/keys.ts'
import type { Actor } from '../actor.ts'
import { note } from '../audit-log.ts'
import { checkBreakdowns, keptBreakdowns } from './breakdowns.ts'
import { demonstrationBody, findMeeting } from './meetings.ts'
import { checkTarget } from './target-check.ts'
import type { TargetLine } from './target-file.ts'

/** What is decided when a consultation opens, as it was typed. Dates are inclusive, in the meeting's time zone. */
export type Opening = {
  readonly slug: string
  readonly from: string
  readonly until: string
  readonly languages: readonly string[]
  readonly breakdowns: readonly string[]
  /** A meeting's reference; see `findMeeting`. */
  readonly meeting: string | undefined
  /** An earlier wave whose answers are brought along: its last day may be over. */
  readonly past: boolean
  /** The youngest age that is asked, one of `firstAges`; 13 unless it is said. */
  readonly agesFrom?: number
  /** Who answers for it; demonstrations, which collect nothing real, need none and keep none. */
  readonly assurances?: Given | undefined
  /** Who may answer; anyone unless it is said. */
  readonly access?: Access
  /** With whom respondents are compared, and by which dimensions weighted shares are printed too. */
  readonly target?: { readonly lines: readonly TargetLine[]; readonly weighBy: readonly string[] } | undefined
  /** Whether results are shown while answers still come in; not unless it is said. */
  readonly live?: boolean
  /** How many answers are aimed at. */
  readonly aim?: number
}

/** Where the working group sits; for consultations that belong to no meeting. */
export const homeTimeZone = 'Europe/Zurich'

/**
 * Opens a consultation: freezes its questionnaire and everything that has been promised to respondents, and makes the
 * first key of its waiting room.
 *
 * @param keyFolder EARSHOT_KEYS
 */
export async function open(
  db: Db,
  opening: Opening,
  keyFolder: string,
  { by, now }: Actor
): Promise<Parsed<{ timeZone: string }>> {
  const noise = await noiseKey(keyFolder)
  return db.transaction(async (tx): Promise<Parsed<{ timeZone: string }>> => {
    await tx
      .select({ id: consultations.id })
      .from(consultations)
      .where(eq(consultations.slug, opening.slug))
      .for('update')
    const consultation = await findConsultation(tx, opening.slug)
    if (consultation === undefined) return refuse(opening.slug, 'open.unknown', { slug: opening.slug })
    if (consultation.version !== null) return refuse(opening.slug, 'open.alreadyOpen', { slug: opening.slug })
    const meeting = opening.meeting === undefined ? undefined : await findMeeting(tx, opening.meeting)
    if (meeting?.ok === false) return meeting
    if (meeting?.value.body === demonstrationBody && !consultation.demonstration)
      return refuse('--meeting', 'open.demonstrationMeeting', { slug: opening.slug })
    const timeZone = meeting?.value.timeZone ?? homeTimeZone
    const agesFrom = opening.agesFrom ?? defaultFirstAge
    const assured = consultation.demonstration
      ? ({ ok: true, value: null } as const)
      : checkAssurances(opening.assurances)
    const access = opening.access ?? 'open'
    const spoken = six.filter(language => opening.languages.includes(language))
    const target = targetOf(opening, { questionnaire: consultation.draft, languages: spoken })
    const problems = [
      ...checkDates(opening, dateAt(now, timeZone)),
      ...checkLanguages(opening.languages),
      ...checkBreakdowns(opening.breakdowns, consultation.draft),
      ...checkAges(agesFrom, consultation.draft),
      ...checkAim(opening.aim),
      ...(assured.ok ? [] : assured.problems),
      ...(target.ok ? [] : target.problems)
    ]
    if (problems.length > 0 || !assured.ok || !target.ok) return { ok: false, problems }
    const unmended = check(consultation.draft, spoken).length
    if (unmended > 0)
      return refuse(opening.slug, 'open.checkFirst', {
        slug: opening.slug,
        count: unmended,
        languages: spoken.join(',')
      })
    const { id, draft } = consultation
    await tx.insert(versions).values({
      consultationId: id,
      number: 1,
      questionnaire: draft,
      hash: sha256(canonicalQuestionnaire(draft))
    })
    await tx
      .update(consultations)
      .set({
        opensOn: opening.from,
        closesOn: opening.until,
        timeZone,
        meetingId: meeting?.value.id ?? null,
        languages: orderedAs(opening.languages, spoken),
        breakdowns: keptBreakdowns(opening.breakdowns, draft),
        agesFrom,
        assurances: assured.value,
        access,
        live: opening.live ?? false,
        aim: opening.aim ?? null,
        policy: defaultPolicy,
        target: target.value,
        keyFingerprint: fingerprintOf(noise)
      })
      .where(eq(consultations.id, id))
    await openFirstKey(tx, keyFolder, id)
    await keepTokenKeys(tx, keyFolder, id, access)
    await tx.insert(lifecycleEvents).values({ consultationId: id, kind: 'opened', at: now })
    await note(tx, {
      by,
      at: now,
      did: 'opened',
      consultationId: id,
      detail: { ...opening, approval: 'without a second person' }
    })
    return { ok: true, value: { timeZone } }
  })
}

/** The languages in the order in which they were named: the first is what exports use unless told. */
function orderedAs(named: readonly string[], spoken: readonly Language[]): Language[] {
  return spoken.toSorted((a, b) => named.indexOf(a) - named.indexOf(b))
}

function targetOf(
  { target, breakdowns }: Opening,
  asked: { readonly questionnaire: Questionnaire; readonly languages: readonly Language[] }
): Parsed<Target | null> {
  return target === undefined
    ? { ok: true, value: null }
    : checkTarget(target.lines, target.weighBy, { ...asked, breakdowns })
}

function refuse(at: string, code: string, params: Record<string, string | number>): Parsed<never> {
  return { ok: false, problems: [{ at, code, params }] }
}

function checkDates({ from, until, past }: Opening, today: string): Problem[] {
  const wrong = [
    ['--from', from],
    ['--until', until]
  ].filter(([, value]) => !isDate(value ?? ''))
  if (wrong.length > 0) {
    return wrong.map(([at = '', value = '']) => ({ at, code: 'open.notADate', params: { value } }))
  }
  if (until < from) return [{ at: '--until', code: 'open.endsBeforeItStarts', params: { from, until } }]
  return until < today && !past ? [{ at: '--until', code: 'open.overAlready', params: { until } }] : []
}

function checkAges(agesFrom: number, draft: Questionnaire): Problem[] {
  const at = '--ages-from'
  if (!firstAges.some(age => age === agesFrom))
    return [{ at, code: 'open.agesFrom', params: { ages: firstAges.join(', ') } }]
  return bandsOffered(draft, agesFrom).some(band => band !== 'pns')
    ? []
    : [{ at, code: 'open.noBandFrom', params: { age: agesFrom } }]
}

/** The same wherever it is said. */
export function checkAim(aim: number | undefined): Problem[] {
  const isGood = aim === undefined || (Number.isInteger(aim) && aim >= 1 && aim <= mostAimedAt)
  return isGood ? [] : [{ at: '--aim', code: 'open.aim', params: { most: mostAimedAt } }]
}

const mostAimedAt = 10_000_000

function checkLanguages(named: readonly string[]): Problem[] {
  if (named.length === 0) return [{ at: '--languages', code: 'open.languagesNone' }]
  return named
    .filter(language => !isLanguage(language))
    .map(language => ({ at: '--languages', code: 'open.languageUnknown', params: { language } }))
}
