import { canonicalQuestionnaire } from '#surveys'
import { Check, Errors } from 'typebox/value'
import { canonicalJson } from '../canonical.ts'
import { reopenAny } from '../disclosure/protect.ts'
import type { AnyRelease } from '../live/release.ts'
import { StoredLiveRelease } from '../live/schema.ts'
import { StoredRelease } from '../release-schema.ts'
import { wrong, type Finding } from './finding.ts'
import { verifyFinal } from './final.ts'
import { verifyLive } from './live.ts'

type Sha256 = (text: string) => string

/** What was found in one release. Without a `release`, it could not even be read. */
export type Verified = {
  readonly findings: readonly Finding[]
  /** SHA-256 of the bytes that were given. */
  readonly hash: string
  readonly release?: AnyRelease
}

/**
 * Checks a release by itself: its form, its bytes, and whether every number in it obeys the policy stored with it. It
 * needs nothing but the release; that it is the one that was published, its hash tells.
 */
export function verifyRelease(text: string, sha256: Sha256): Verified {
  const hash = sha256(text)
  const value = parsed(text)
  if (value === undefined) return { hash, findings: [wrong('notJson', 'release')] }
  if (isDeeper(value, mostLevels)) {
    const params = { place: '', why: 'nests too deeply' }
    return { hash, findings: [wrong('notRelease', 'release', params)] }
  }
  const schema = isLiveLike(value) ? StoredLiveRelease : StoredRelease
  if (!Check(schema, value)) {
    const [first] = Errors(schema, value)
    const params = { place: first?.instancePath ?? '', why: first?.message ?? '' }
    return { hash, findings: [wrong('notRelease', 'release', params)] }
  }
  const canonical = canonicalJson(value)
  const findings = canonical === text ? [] : [wrong('notCanonical', 'release')]
  const release = reopenAny({ stored: canonical, hash: sha256(canonical), sha256 })
  const { questionnaire, hash: versionHash } = release.version
  if (sha256(canonicalQuestionnaire(questionnaire)) !== versionHash)
    findings.push(wrong('questionnaireHash', 'release', { stored: versionHash }))
  findings.push(...(release.schema === 'earshot.live/1' ? verifyLive(release) : verifyFinal(release)))
  return { hash, release, findings }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A release has twenty; what reads it goes down by itself, and would come to the end of its stack. */
const mostLevels = 200

function isDeeper(value: unknown, levels: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; depth < levels && level.length > 0; depth += 1) level = level.flatMap(childrenOf)
  return level.length > 0
}

function childrenOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}

function isLiveLike(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'schema' in value && value.schema === 'earshot.live/1'
}
