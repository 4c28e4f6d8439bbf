import type { Language } from '#locales'
import { wordsFor, type Edition, type Question } from '#surveys'
import type { Media, MediaSource } from '../media.ts'
import { questionId } from './question-ids.ts'

/** A recording of a question as its partial reads it. */
export type RecordingView = {
  readonly id: string
  /** Ids of its own label and of the question's heading: each player on a page has a name of its own. */
  readonly labelledBy: string
  readonly sources: readonly MediaSource[]
  /** For a browser that plays no sound itself. */
  readonly file: string
}

/** What a recording is found by. */
export type Heard = {
  readonly question: Question
  readonly position: number
  readonly language: Language
  readonly edition: Edition
  readonly media: Media
}

/**
 * The recording of a question in the words of an edition; null where there is none. Easy words have their own, and
 * take the standard one only where every word is the same: what is heard is what is read.
 */
export function recordingView({ question, position, language, edition, media }: Heard): RecordingView | null {
  const { recordings } = media
  const easy = edition === 'easy' ? recordings.get(`${question.id}.easy`) : undefined
  const fits = edition === 'standard' || isSaidAlike(question, language)
  const sources = easy ?? (fits ? recordings.get(question.id) : undefined)
  const file = sources?.at(-1)
  if (sources === undefined || file === undefined) return null
  const heading = `${questionId(position)}t`
  const id = `${questionId(position)}l`
  return { id, labelledBy: `${id} ${heading}`, sources, file: file.src }
}

/** Whether a question has the same words in both editions. */
function isSaidAlike(question: Question, language: Language): boolean {
  const options = 'options' in question ? question.options.map(option => option.text) : []
  const wordings = [question.text, ...(question.hint === undefined ? [] : [question.hint]), ...options]
  return wordings.every(
    wording => wordsFor(wording, language, 'easy') === wordsFor(wording, language, 'standard')
  )
}
