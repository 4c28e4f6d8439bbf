import type { Language } from '#locales'

/** `length` in words, in Chinese in characters. */
export type Sentence = { readonly text: string; readonly length: number }

/**
 * The sentences of a text, each with its length.
 *
 * A sentence ends at a full stop, a question or an exclamation mark of any script, and at the end of a line; a colon
 * or a semicolon does not end it, nor does a stop before a small letter. A word is what stands between spaces and
 * punctuation, a number too: "don't" and « l’ami » are one, "well-known" is two. Chinese is written without spaces
 * between words: its lengths are characters, which are letters and digits; marks and spaces are not counted.
 * Whatever has no word in it is no sentence.
 *
 * @see Unicode Standard Annex #29, Unicode Text Segmentation, sections 4 (words) and 5 (sentences)
 */
export function sentencesIn(text: string, language: Language): Sentence[] {
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)
  return [...segments]
    .map(({ segment }) => ({ text: segment.trim(), length: lengthOf(segment, language) }))
    .filter(sentence => sentence.length > 0)
}

export type SentenceLengths = {
  readonly sentences: readonly Sentence[]
  /** Of all sentences together, in words or characters. */
  readonly total: number
  /** Words, or characters, for each sentence; 0 where there is no sentence. */
  readonly mean: number
}

/** How long the sentences of some texts are; a text ends its last sentence, whatever stands at its end. */
export function sentenceLengths(texts: readonly string[], language: Language): SentenceLengths {
  const sentences = texts.flatMap(text => sentencesIn(text, language))
  const total = sentences.reduce((sum, sentence) => sum + sentence.length, 0)
  return { sentences, total, mean: sentences.length === 0 ? 0 : total / sentences.length }
}

/**
 * The longest that sentences may be on average in easy words: 12 words, in Chinese 20 characters. It is a bar of this
 * project for readers of 8 to 12; questions, hints, notes and introductions count, since titles and options, which
 * are shorter, would hide what is long.
 */
export function longestEasyMean(language: Language): number {
  return language === 'zh' ? 20 : 12
}

/** Languages of which LIX says something: it was made for Swedish, and has been used with these. */
const alphabetic: readonly Language[] = ['en', 'fr', 'ru', 'es']
const lettersOfLongWord = 7

/**
 * LIX, the readability index of Björnsson: words a sentence, and per cent of words of more than six letters, added up.
 * Below 30 a text is very easy, as children's books are; from 60 on very hard. It does not carry over to Arabic, whose
 * words hold articles and particles, nor to Chinese.
 *
 * @returns null for those two, and where there is no sentence
 * @see Björnsson, C. H. (1968), Läsbarhet, Stockholm: Liber; Anderson, J. (1983), Journal of Reading 26:490–496
 */
export function lixOf(texts: readonly string[], language: Language): number | null {
  const { sentences, mean } = sentenceLengths(texts, language)
  if (!alphabetic.includes(language) || sentences.length === 0) return null
  const words = sentences.flatMap(({ text }) => wordsIn(text, language))
  const long = words.filter(word => (word.match(/\p{L}/gu)?.length ?? 0) >= lettersOfLongWord)
  return mean + (100 * long.length) / words.length
}

function wordsIn(text: string, language: Language): string[] {
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(text)
  return [...segments].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)
}

function lengthOf(text: string, language: Language): number {
  if (language === 'zh') return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return wordsIn(text, language).length
}
