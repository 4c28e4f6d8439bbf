import { findRelease, type StoredRelease } from '../releases/store.ts'
import { Mistake } from './mistake.ts'
import { consultationNamed, type Session } from './session.ts'

/** The release a command was asked for. @throws Mistake where there is none yet, or none with that number */
export async function releaseNamed(
  session: Session,
  slug: string,
  number: number | undefined
): Promise<StoredRelease> {
  await consultationNamed(session, slug)
  const found = await findRelease(session.secretariat, slug, number)
  if (found !== undefined) {
    // A CSV has no place of its own to say so.
    if (found.release.consultation.demonstration)
      console.log(`${slug} is a demonstration: its answers are made up.`)
    return found
  }
  const code = number === undefined ? 'release.none' : 'release.unknown'
  throw new Mistake([{ at: slug, code, params: { slug, number: number ?? 0 } }])
}
