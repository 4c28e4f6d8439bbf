import { randomBytes } from 'node:crypto'
import type { Language } from '#locales'
import { pack, type Answers, type Codebook } from '#surveys'

/** One person's answers as they are stored: codes in slots, and each text by itself, tied to nothing. */
export type CodedResponse = {
  /** The integers of the version's codebook. */
  readonly packed: readonly number[]
  readonly remarks: readonly { readonly question: string; readonly text: string }[]
}

/** @throws RangeError when an answer is not one its question can have */
export function codedResponse(codebook: Codebook, language: Language, answers: Answers): CodedResponse {
  return {
    packed: pack(codebook, language, answers),
    remarks: [...answers].flatMap(([question, answer]) =>
      'text' in answer ? [{ question, text: answer.text }] : []
    )
  }
}

/** What noise is drawn by instead of anything about a person: random, 64 bits, signed as PostgreSQL has it. */
export function newRecordKey(): bigint {
  return randomBytes(8).readBigInt64LE()
}
