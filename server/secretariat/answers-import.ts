import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Language } from '#locales'
import { codebookOf, type Parsed } from '#surveys'
import { codedResponse, type CodedResponse } from '../coded-response.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { answerFiles, consultations } from '../database/schema.ts'
import type { Actor } from '../actor.ts'
import { readAnswersFile } from './answers-file.ts'
import type { AnswersFile } from './answers-lines.ts'
import { note } from '../audit-log.ts'
import { holdPouring } from '../waiting-room/door.ts'
import { coarsenAll } from '../waiting-room/coarsen-all.ts'
import { keepRemarks, keepResponses } from '../waiting-room/keep-responses.ts'

/** What became of a file of answers. */
export type TakenIn = Omit<AnswersFile<unknown>, 'responses'> & { readonly responses: number }

export type AnswersImport = {
  readonly bytes: Buffer
  /** Language in which the answers were given. */
  readonly language: Language
  /** Take in a file that was taken in before. */
  readonly again: boolean
  readonly onProgress: (fraction: number) => void
}

/** Reading is the first half of the work, storing the second. */
const half = 0.5

/**
 * Takes in a file of answers: all of its lines or none, in one shuffled transaction, so that neither the order of
 * the file nor that of the paper can be found again. Never into a demonstration.
 */
export async function importAnswers(
  db: Db,
  consultation: OpenedConsultation,
  { bytes, language, again, onProgress }: AnswersImport,
  { by, now }: Actor
): Promise<Parsed<TakenIn>> {
  const { slug, demonstration } = consultation
  // Whether it is one never changes (trigger), so there is nothing to look up again.
  if (demonstration)
    return { ok: false, problems: [{ at: slug, code: 'answers.demonstration', params: { slug } }] }
  const { questionnaire } = consultation.version
  const codebook = codebookOf(questionnaire)
  const parsed = await readAnswersFile<CodedResponse>({
    questionnaire,
    bytes,
    keep: answers => codedResponse(codebook, language, answers),
    onProgress: fraction => onProgress(fraction * half)
  })
  if (!parsed.ok) return parsed
  const { responses: coded, blank, offRoute } = parsed.value
  const hash = createHash('sha256').update(bytes).digest()
  return db.transaction(async (tx): Promise<Parsed<TakenIn>> => {
    // A pour or a release being made sees all of a file or nothing.
    await holdPouring(tx, consultation.id)
    const [row] = await tx
      .select({ emptied: consultations.emptied })
      .from(consultations)
      .where(eq(consultations.id, consultation.id))
      .for('share')
    // Before the file is remembered as taken in.
    if (row?.emptied === null && consultation.live)
      return { ok: false, problems: [{ at: slug, code: 'answers.live', params: { slug } }] }
    if (!(await isNew(tx, consultation.id, hash)) && !again) {
      return { ok: false, problems: [{ at: 'file', code: 'answers.fileAgain' }] }
    }
    // Before the close the pour does it.
    const kept = row?.emptied === null ? coded : await coarsenAll(tx, consultation, coded)
    await keepResponses(tx, consultation.version, kept, fraction => onProgress(half + fraction * half))
    await keepRemarks(tx, consultation.version, coded)
    const detail = { responses: coded.length, sha256: hash.toString('hex'), again }
    await note(tx, { by, at: now, did: 'imported answers', consultationId: consultation.id, detail })
    return { ok: true, value: { responses: coded.length, blank, offRoute } }
  })
}

async function isNew(tx: Db, consultationId: string, hash: Buffer): Promise<boolean> {
  const kept = await tx.insert(answerFiles).values({ consultationId, hash }).onConflictDoNothing().returning()
  if (kept.length > 0) return true
  const known = await tx
    .select()
    .from(answerFiles)
    .where(and(eq(answerFiles.consultationId, consultationId), eq(answerFiles.hash, hash)))
  return known.length === 0
}
