import { userInfo } from 'node:os'
import { readConfig, type Config } from '../config.ts'
import {
  findConsultation,
  isOpened,
  type Consultation,
  type OpenedConsultation
} from '../consultations/find.ts'
import { openDatabase, type Connections, type Db } from '../database/client.ts'
import type { Actor } from '../actor.ts'
import { checkKeysFit } from '../keys/fit.ts'
import { isFolder } from '../media/files.ts'
import { Mistake } from './mistake.ts'

/**
 * What a command works with, and who works. Commands do the secretariat's work under its role, which may not read answers;
 * those that take in answers on paper or make a release work as the pourer.
 */
export type Session = Actor & {
  readonly config: Config
  readonly secretariat: Db
  readonly pourer: Connections
  /** For `doctor`, since only the owner sees the rights of all, and for the look whether keys fit. */
  readonly owner: Connections
  /** Why all of them are the owner's; undefined where they are separate. */
  readonly shared: string | undefined
}

/** Runs a command on the database, beside a running server or without one, and leaves the database behind in order. */
export async function withDatabase<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const say = (line: string) => console.error(line)
  const database = await openDatabase({
    databaseUrl: config.databaseUrl,
    dataFolder: config.dataFolder,
    // A folder that is not there may be a slip in EARSHOT_KEYS: no key is made in it in passing.
    keyFolder: (await isFolder(config.keyFolder)) ? config.keyFolder : undefined,
    say,
    poolSize: 3
  })
  try {
    return await work({
      config,
      secretariat: database.as('secretariat').db,
      pourer: database.as('pourer'),
      owner: database,
      shared: database.shared,
      by: `command line (${userInfo().username})`,
      now: new Date()
    })
  } finally {
    await database.close()
  }
}

/** For commands that make keys or use them. @throws StartRefused when the folder of keys is not that of the database */
export function keysFit({ owner, config, now }: Session): Promise<void> {
  return checkKeysFit(owner, config.keyFolder, now)
}

/** @throws Mistake when there is none with that slug */
export async function consultationNamed({ secretariat }: Session, slug: string): Promise<Consultation> {
  const found = await findConsultation(secretariat, slug)
  if (found === undefined) throw new Mistake([{ at: slug, code: 'consultation.unknown', params: { slug } }])
  return found
}

/** @throws Mistake when there is none with that slug, or it has not been opened */
export async function openedConsultationNamed(session: Session, slug: string): Promise<OpenedConsultation> {
  const found = await consultationNamed(session, slug)
  if (!isOpened(found)) throw new Mistake([{ at: slug, code: 'consultation.notOpened', params: { slug } }])
  return found
}

/** Where the pages stand: the published address, or where a server with this configuration listens. */
export function siteOf({ config: { publicUrl, host, port } }: Session): string {
  return publicUrl ?? `http://${host}:${port}`
}
