import { Check } from 'typebox/value'
import { isDate, problemAt, type Parsed, type Problem } from '#surveys'
import type { Actor } from '../actor.ts'
import { note } from '../audit-log.ts'
import type { Db } from '../database/client.ts'
import { wrongDay } from './check.ts'
import { todayAt } from './current.ts'
import { Helpline, longest } from './helpline.ts'
import { deleteHelpline, keepHelpline, lockHelpline, type HelplineName } from './store.ts'

/** Somebody compared a helpline with its source. */
export type Verification = {
  readonly by: string
  /** `YYYY-MM-DD`; today where nothing else is said. */
  readonly on: string | undefined
}

/** Keeps that somebody has checked a helpline against its source. */
export async function verifyHelpline(
  db: Db,
  name: HelplineName,
  verification: Verification,
  { by, now }: Actor
): Promise<Parsed<Helpline>> {
  const today = todayAt(now)
  const { by: verifiedBy, on: verifiedOn = today } = verification
  const problems = wrongVerification(verifiedBy, verifiedOn, today)
  if (problems.length > 0) return { ok: false, problems }
  return db.transaction(async (tx): Promise<Parsed<Helpline>> => {
    const before = await lockHelpline(tx, name)
    if (before === undefined) return unknown(name)
    const after = { ...before, verifiedOn, verifiedBy }
    await keepHelpline(tx, after)
    await note(tx, { by, at: now, did: 'verified helpline', detail: { before, after } })
    return { ok: true, value: after }
  })
}

function wrongVerification(by: string, on: string, today: string): Problem[] {
  const problems: Problem[] = []
  if (!Check(Helpline.properties.verifiedBy, by))
    problems.push({ at: '--by', code: 'helpline.text', params: { limit: longest.verifiedBy } })
  if (!isDate(on)) problems.push({ at: '--on', code: 'meeting.notADate', params: { value: on } })
  return [...problems, ...wrongDay(on, today).map(problem => ({ ...problem, at: '--on' }))]
}

/** Takes a helpline away for good. @returns it as it was */
export async function removeHelpline(
  db: Db,
  name: HelplineName,
  { by, now }: Actor
): Promise<Parsed<Helpline>> {
  return db.transaction(async (tx): Promise<Parsed<Helpline>> => {
    const before = await lockHelpline(tx, name)
    if (before === undefined) return unknown(name)
    await deleteHelpline(tx, name)
    await note(tx, { by, at: now, did: 'removed helpline', detail: { before } })
    return { ok: true, value: before }
  })
}

function unknown({ country, name }: HelplineName): Parsed<never> {
  return problemAt(name, 'helpline.unknown', { country, name })
}
