import { isDeepStrictEqual } from 'node:util'
import { statusAt } from '#surveys'
import { factsOf } from './consultations/facts.ts'
import { isOpened, listConsultations } from './consultations/find.ts'
import type { Db } from './database/client.ts'
import type { ReleaseReader } from './releases/store.ts'

/** How long the list is good for: an opening or a release shows within this time. */
const freshForMs = 1000

/** What is open and what came of it, for the first page. The edition is another one when anything has changed. */
export type WhatThereIs = Awaited<ReturnType<typeof read>> & { readonly edition: number }

/** Lists what there is, asking the database at most once a second. */
export function listerOf(db: Db, findRelease: ReleaseReader, clock: () => Date): () => Promise<WhatThereIs> {
  let latest: WhatThereIs = { edition: 0, open: [], results: [] }
  let asked: { readonly at: number; readonly listed: Promise<WhatThereIs> } | undefined

  async function ask(now: Date): Promise<WhatThereIs> {
    const listed = { ...(await read(db, findRelease, now)), edition: latest.edition }
    if (!isDeepStrictEqual(listed, latest)) latest = { ...listed, edition: latest.edition + 1 }
    return latest
  }

  return () => {
    const now = clock()
    if (asked !== undefined && Math.abs(now.getTime() - asked.at) < freshForMs) return asked.listed
    const asking = { at: now.getTime(), listed: ask(now) }
    asked = asking
    // A failure is not remembered: the next request asks again.
    asking.listed.catch(() => {
      if (asked === asking) asked = undefined
    })
    return asking.listed
  }
}

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
