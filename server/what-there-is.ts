import { statusAt } from '#surveys'
import { factsOf } from './consultations/facts.ts'
import { isOpened, listConsultations } from './consultations/find.ts'
import type { Db } from './database/client.ts'
import { editionsOf, type Edition } from './editions.ts'
import type { ReleaseReader } from './releases/store.ts'

/** What is open and what came of it, for the first page. */
export function listerOf(
  db: Db,
  findRelease: ReleaseReader,
  clock: () => Date
): () => Promise<Edition<WhatThereIs>> {
  return editionsOf(now => read(db, findRelease, now), clock)
}

type WhatThereIs = Awaited<ReturnType<typeof read>>

async function read(db: Db, findRelease: ReleaseReader, now: Date) {
  const opened = (await listConsultations(db)).filter(isOpened)
  const open = opened
    .filter(consultation => statusAt(consultation.schedule, now) === 'open')
    .map(consultation => ({
      consultation: factsOf(consultation),
      questionnaire: consultation.version.questionnaire
    }))
  const results = []
  for (const { slug } of opened) {
    const found = await findRelease(slug)
    if (found === undefined) continue
    const { consultation, version, releasedOn, responses } = found.release
    results.push({ consultation, questionnaire: version.questionnaire, releasedOn, responses })
  }
  return { open, results }
}
