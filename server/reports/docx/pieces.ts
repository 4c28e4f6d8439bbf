import { printable } from './printable.ts'

/** A stretch of a paragraph that runs in one direction. */
export type Piece = { readonly text: string; readonly rtl: boolean }

const leftToRightMark = '\u200e'
const rightToLeftMark = '\u200f'

/** Letters by their direction, each with the mark that counts as one. */
const scripts = ['Arabic', 'Hebrew', 'Syriac', 'Thaana', 'Nko', 'Adlam']
const ofRtlScript = `[${scripts.map(name => String.raw`\p{Script=${name}}`).join('')}]`
const rtlLetter = String.raw`(?:(?=\p{L})${ofRtlScript}|[\u200f\u061c])`
const ltrLetter = String.raw`(?:(?!${ofRtlScript})\p{L}|\u200e)`

const anyRtl = new RegExp(rtlLetter, 'u')
const anyLtr = new RegExp(ltrLetter, 'u')
const firstLetter = new RegExp(`(?<rtl>${rtlLetter})|${ltrLetter}`, 'u')
const plainNumber = /^\p{Nd}+(?:[.,]\p{Nd}+)*$/u

/** What runs against a paragraph: letters of the other direction, what stands between them, digits that go with them. */
const rtlStretch = new RegExp(
  String.raw`${rtlLetter}(?:(?:(?!${ltrLetter}).)*(?:${rtlLetter}|\p{Nd}))?\p{M}*`,
  'gsu'
)
const ltrStretch = new RegExp(
  String.raw`(?:\p{Nd}[\p{Nd}.,]{0,20})?${ltrLetter}(?:(?:(?!${rtlLetter}).)*(?:${ltrLetter}|\p{Nd}%?))?\p{M}*`,
  'gsu'
)

/**
 * A text as the stretches that Word wants: each of one direction, and without isolates, which Word does not know and
 * fonts may show as boxes. Direction marks do their work; those are old enough for everyone. Isolates within isolates
 * count as part of the outer one.
 *
 * @param rtl whether the paragraph runs from right to left
 * @see Unicode Standard Annex 9, rules W7 and N1; ISO/IEC 29500-1, annex I.7
 */
export function piecesOf(text: string, rtl: boolean): Piece[] {
  const pieces: Piece[] = []
  let rest = printable(text)
  for (;;) {
    const opens = rest.search(/[\u2066-\u2068]/)
    if (opens < 0) return joined([...pieces, ...stretches(rest, rtl)])
    const closes = closingOf(rest, opens)
    pieces.push(...stretches(rest.slice(0, opens), rtl), ...isolate(rest.slice(opens, closes), rtl))
    rest = rest.slice(closes + 1)
  }
}

/** A text for where no direction can be set: properties of the file, alternative texts. */
export function unisolated(text: string): string {
  return printable(text).replace(/[\u2066-\u2069]/g, '')
}

/** Where the isolate that opens there is closed; the end of the text for one that never is. */
function closingOf(text: string, opens: number): number {
  let depth = 0
  for (let at = opens; at < text.length; at += 1) {
    if (/[\u2066-\u2068]/.test(text.charAt(at))) depth += 1
    else if (text.charAt(at) === '\u2069') depth -= 1
    if (depth === 0) return at
  }
  return text.length
}

/** @param text from the character that opens it up to the one that closes it */
function isolate(text: string, rtl: boolean): Piece[] {
  const inside = unisolated(text)
  const around = { text: markOf(rtl), rtl }
  if (plainNumber.test(inside)) return rtl ? [around, { text: inside, rtl }, around] : [{ text: inside, rtl }]
  const own = isRtl(text.charAt(0), inside)
  if (own !== rtl) return [around, ...stretches(markOf(own) + inside + markOf(own), own), around]
  const pure = !(rtl ? anyLtr : anyRtl).test(inside)
  return pure ? [{ text: inside, rtl }] : [around, ...stretches(inside, rtl), around]
}

function isRtl(opening: string, inside: string): boolean {
  if (opening === '\u2066') return false
  return opening === '\u2067' || firstLetter.exec(inside)?.groups?.['rtl'] !== undefined
}

function markOf(rtl: boolean): string {
  return rtl ? rightToLeftMark : leftToRightMark
}

/** A text without isolates, cut where its letters change direction. */
function stretches(text: string, rtl: boolean): Piece[] {
  const bare = unisolated(text)
  const pieces: Piece[] = []
  let from = 0
  for (const match of bare.matchAll(rtl ? ltrStretch : rtlStretch)) {
    const until = afterBrackets(bare, match.index, match.index + match[0].length)
    pieces.push(
      { text: bare.slice(from, match.index), rtl },
      { text: bare.slice(match.index, until), rtl: !rtl }
    )
    from = until
  }
  return [...pieces, { text: bare.slice(from), rtl }]
}

const closingOfPair: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '«': '»', '‹': '›' }

/** Brackets go in pairs: where a stretch ends once those that were opened in it are closed. */
function afterBrackets(text: string, from: number, until: number): number {
  const open: string[] = []
  let end = until
  for (let at = from; at < text.length && (at < until || open.length > 0); at += 1) {
    const character = text.charAt(at)
    if (at >= until && firstLetter.test(character)) break
    const closing = closingOfPair[character]
    if (closing !== undefined) open.push(closing)
    else if (character === open.at(-1)) {
      open.pop()
      end = Math.max(end, at + 1)
    }
  }
  return end
}

function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = []
  for (const piece of pieces.filter(({ text }) => text !== '')) {
    const last = whole.at(-1)
    if (last?.rtl === piece.rtl) whole.splice(-1, 1, { text: last.text + piece.text, rtl: piece.rtl })
    else whole.push(piece)
  }
  return whole
}
