/**
 * Breaks a label into lines between its words, so that the bars keep most of the width.
 *
 * @param lettersALine the longest line, in Latin letters; a word that is longer is broken itself
 */
export function linesOf(label: string, lettersALine: number): string[] {
  const lines: string[] = []
  for (const word of wordsOf(label.replace(isolates, '')).flatMap(long => piecesOf(long, lettersALine))) {
    const longer = (lines.at(-1) ?? '') + word
    if (lines.length > 0 && widthOf(longer.trimEnd()) <= lettersALine) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines.map(line => line.trimEnd())
}

/** A label stands by itself; and a canvas may draw a box for marks that only set a direction. */
const isolates = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Words with the space or the mark behind them; Chinese has words without spaces between them. */
function wordsOf(label: string): string[] {
  if (!/\p{Script=Han}/u.test(label)) return label.split(/(?<= )/)
  const words: string[] = []
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(label)) {
    const before = words.at(-1)
    // No line begins with what closes or separates, and none ends with what opens.
    const joined =
      before !== undefined && (/^[\s\p{Pe}\p{Pf}\p{Po}]/u.test(segment) || /[\p{Ps}\p{Pi}]$/u.test(before))
    if (joined) words[words.length - 1] = before + segment
    else words.push(segment)
  }
  return words
}

function piecesOf(word: string, lettersALine: number): string[] {
  if (widthOf(word.trimEnd()) <= lettersALine) return [word]
  return word.match(new RegExp(`.{1,${lettersALine}}`, 'gu')) ?? []
}

/** In Latin letters; a Chinese character is twice as wide. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0)
}
