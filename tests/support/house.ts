import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { languages, type Language } from '#locales'
import type { Questionnaire } from '#surveys'
import type { Site } from '#views'
import { buildApp, type AppOptions } from '../../server/app.ts'
import type { Access } from '../../server/consultations/access.ts'
import { findConsultation, isOpened, type OpenedConsultation } from '../../server/consultations/find.ts'
import type { Database } from '../../server/database/client.ts'
import { secretIn } from '../../server/keys/secret.ts'
import { noiseKey } from '../../server/releases/noise-key.ts'
import { publishRelease, type Publication } from '../../server/releases/publish.ts'
import { keepDraft } from '../../server/secretariat/drafts.ts'
import { open } from '../../server/secretariat/open.ts'
import { pourAtClose } from '../../server/waiting-room/pour.ts'
import { tending } from '../../server/waiting-room/tend.ts'
import { loadViews } from '../../server/views.ts'
import { openWorkshop } from '../../server/workshop/index.ts'
import type { Assurances } from '../../server/consultations/assurances.ts'
import { assurances } from './assurances.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { smallQuestionnaire } from './small-consultation.ts'

/** The real app on a database of its own, with a clock that tests set. */
export type House = {
  readonly app: FastifyInstance
  readonly database: Database
  readonly url: string
  readonly key: Buffer
  /** Folder with the noise key, as EARSHOT_KEYS has it. */
  readonly keyFolder: string
  /** What the app takes for now. */
  setClock(now: string): void
  now(): Date
  /** One round of the pourer. */
  tend(): Promise<void>
  /** Pours what has closed, as the command line does, and makes a release of it. */
  publish(consultation: OpenedConsultation): Promise<Publication>
  close(): Promise<void>
}

/** In the middle of the dates of `openConsultation`. */
export const midway = '2026-03-10T12:00:00Z'

export type Fitting = {
  /** Where its lines go; none are written unless given. */
  readonly logger?: AppOptions['logger']
  /** How its workshop makes pictures and documents. */
  readonly makes?: Parameters<typeof openWorkshop>[0] | undefined
  /** Recordings and videos; none unless given. */
  readonly mediaFolder?: string
  readonly site?: Site
  /** Proxies in front, as TRUST_PROXY names them. */
  readonly trustProxy?: string
  /** Where several servers count floods together. */
  readonly counts?: AppOptions['counts']
}

export async function openHouse(fitting: Fitting = {}): Promise<House> {
  const keyFolder = await mkdtemp(join(tmpdir(), 'earshot-keys-'))
  return openHouseOn(await openTestDatabase(keyFolder), keyFolder, fitting)
}

/** The same on a database that is there already; both are gone once it is closed, the folder of the keys too. */
export async function openHouseOn(
  { database, url, drop }: TestDatabase,
  keyFolder: string,
  fitting: Fitting = {}
): Promise<House> {
  const { logger = false, makes, mediaFolder, site, trustProxy = false, counts } = fitting
  let now = new Date(midway)
  const workshop = openWorkshop(makes)
  const app = await buildApp({
    admission: database.as('admission'),
    reader: database.as('reader').db,
    secretariat: database.as('secretariat').db,
    views: await loadViews(site),
    workshop,
    keyFolder,
    mediaFolder,
    pepper: await secretIn(keyFolder, 'pepper'),
    clock: () => now,
    trustProxy,
    counts,
    https: false,
    gallery: true,
    logger
  })
  const key = await noiseKey(keyFolder)
  const pourer = database.as('pourer')
  const tend = tending(pourer, keyFolder, error => {
    throw error
  })
  return {
    app,
    database,
    url,
    keyFolder,
    key,
    setClock: instant => {
      now = new Date(instant)
    },
    now: () => now,
    tend: () => tend(now),
    publish: async consultation => {
      await pourAtClose(pourer.db, keyFolder, consultation, { by: 'test', now })
      return publishRelease(pourer.pool, key, consultation, { by: 'test', now })
    },
    close: async () => {
      await app.close()
      await workshop.close()
      await drop()
      await rm(keyFolder, { recursive: true })
    }
  }
}

export type Wanted = {
  readonly slug?: string
  readonly questionnaire?: Questionnaire
  readonly languages?: readonly Language[]
  readonly breakdowns?: readonly string[]
  readonly agesFrom?: number
  readonly access?: Access
  readonly live?: boolean
  /** Who answers for it, in more than the examples say. */
  readonly assured?: Partial<Assurances>
  /** First and last day; 3 and 28 March 2026 unless given. */
  readonly from?: string
  readonly until?: string
}

/** A consultation that is open from 3 to 28 March 2026 in Geneva, unless other days are wanted. */
export async function openConsultation(house: House, wanted: Wanted = {}): Promise<OpenedConsultation> {
  const slug = wanted.slug ?? 'getting-help'
  const actor = { by: 'test', now: house.now() }
  const { db } = house.database
  const kept = await keepDraft(db, slug, wanted.questionnaire ?? smallQuestionnaire(), actor)
  const opening = {
    slug,
    from: wanted.from ?? '2026-03-03',
    until: wanted.until ?? '2026-03-28',
    languages: wanted.languages ?? languages,
    breakdowns: wanted.breakdowns ?? ['age_band', 'gender', 'setting'],
    meeting: undefined,
    past: true,
    assurances: { ...assurances, ...wanted.assured },
    ...(wanted.agesFrom !== undefined && { agesFrom: wanted.agesFrom }),
    ...(wanted.access !== undefined && { access: wanted.access }),
    ...(wanted.live !== undefined && { live: wanted.live })
  }
  const opened = await open(db, opening, house.keyFolder, actor)
  const consultation = await findConsultation(db, slug)
  if (!kept.ok || !opened.ok || consultation === undefined || !isOpened(consultation)) {
    throw new Error(`the consultation does not open: ${JSON.stringify([kept, opened])}`)
  }
  return consultation
}

/** A form as a browser posts it; a list is a name repeated. */
export function formBody(fields: Readonly<Record<string, string | readonly string[]>>): string {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const each of typeof value === 'string' ? [value] : value) body.append(name, each)
  }
  return body.toString()
}

export const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' }
