import type { OpenedConsultation } from '../../server/consultations/find.ts'
import { findLive } from '../../server/releases/store.ts'
import { admission } from '../../server/waiting-room/admit.ts'
import { submissionOf } from './admitted.ts'
import type { House } from './house.ts'

let sent = 0

/** So many more answer, and the pourer looks once. */
export async function arrive(house: House, consultation: OpenedConsultation, count: number): Promise<void> {
  const admit = admission(house.database.as('admission'))
  await Promise.all(
    Array.from({ length: count }, () =>
      admit(consultation, submissionOf(consultation, (sent += 1)), house.now())
    )
  )
  await house.tend()
}

/**
 * So many more answer, and then ten at a time until there is a live release that was not there before: the audit may hold
 * one back, and the next threshold has it.
 *
 * @returns how many responses it has
 */
export async function arriveUntilReleased(
  house: House,
  consultation: OpenedConsultation,
  count: number
): Promise<number> {
  const before = await findLive(house.database.db, consultation.slug)
  for (let more = count, tries = 0; tries < 20; more = 10, tries += 1) {
    await arrive(house, consultation, more)
    const latest = await findLive(house.database.db, consultation.slug)
    if (latest !== undefined && latest.hash !== before?.hash) return latest.release.responses
  }
  throw new Error('nothing was released at twenty thresholds')
}
