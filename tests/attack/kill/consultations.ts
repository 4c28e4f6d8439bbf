import { dateIn } from '#surveys'
import { findConsultation, isOpened, type OpenedConsultation } from '../../../server/consultations/find.ts'
import type { Db } from '../../../server/database/client.ts'
import { close } from '../../../server/secretariat/close.ts'
import { keepDraft } from '../../../server/secretariat/drafts.ts'
import { homeTimeZone, open } from '../../../server/secretariat/open.ts'
import { assurances } from '../../support/assurances.ts'
import { smallQuestionnaire } from '../../support/small-consultation.ts'
import { asOwner } from './owner.ts'

const actor = () => ({ by: 'kill', now: new Date() })

/** Opens a consultation that anyone may answer now. */
export async function openAt(home: string, keyFolder: string, slug: string): Promise<void> {
  await asOwner(home, async db => {
    const kept = await keepDraft(db, slug, smallQuestionnaire(), actor())
    const [from = '', until = ''] = [-3, 30].map(days => dateIn(days, new Date(), homeTimeZone))
    const opening = {
      slug,
      from,
      until,
      languages: ['en'],
      breakdowns: [],
      meeting: undefined,
      past: false,
      assurances
    }
    const opened = await open(db, opening, keyFolder, actor())
    if (!kept.ok || !opened.ok) throw new Error(JSON.stringify([kept, opened]))
  })
}

/** Closes one before its last day is over, as `earshot close` records it: to pour is left to the pourer. */
export async function closeAt(home: string, slug: string): Promise<void> {
  await asOwner(home, async db => {
    await close(db, await opened(db, slug), actor())
  })
}

/** @throws Error where there is none */
export async function opened(db: Db, slug: string): Promise<OpenedConsultation> {
  const found = await findConsultation(db, slug)
  if (found === undefined || !isOpened(found)) throw new Error(`${slug} is not open`)
  return found
}
