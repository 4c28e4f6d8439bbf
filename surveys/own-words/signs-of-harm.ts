import { plain } from './folded.ts'
import { toldIn, type Vocabulary } from './vocabulary.ts'

/**
 * Whether a text sounds as if something hard is happening to whoever wrote it or to somebody near them. A guess by a
 * list of phrases: good enough to offer help, never to decide anything.
 */
export function signsOfHarm(text: string, vocabulary: Vocabulary): boolean {
  return toldIn(plain(text), vocabulary).search(vocabulary.harm) !== -1
}
