import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isolated } from '#locales'
import { piecesOf, unisolated } from '../../../server/reports/docx/pieces.ts'
import { printable } from '../../../server/reports/docx/printable.ts'

/** Stretches as they would be read out: `<` runs to the left, `>` to the right; marks as L and R. */
function shown(text: string, rtl: boolean): string[] {
  return piecesOf(text, rtl).map(
    piece => (piece.rtl ? '<' : '>') + piece.text.replace(/\u200e/g, 'ˡ').replace(/\u200f/g, 'ʳ')
  )
}

describe('a text in stretches of one direction', () => {
  it('is one stretch where all its letters run one way', () => {
    expect(shown(`Most chose “${isolated('A friend')}” (62 per cent).`, false)).toEqual([
      '>Most chose “A friend” (62 per cent).'
    ])
    expect(shown(`وردت «${isolated('صديق')}» (62 في المائة).`, true)).toEqual([
      '<وردت «صديق» (62 في المائة).'
    ])
    expect(shown('多数受访者（62%）选择了“朋友”。', false)).toEqual(['>多数受访者（62%）选择了“朋友”。'])
  })

  it('keeps a Latin name within Arabic together with what ends it', () => {
    expect(shown(`«${isolated('WhatsApp (Meta)')}» في`, true)).toEqual([
      '<«ʳ',
      '>ˡWhatsApp (Meta)ˡ',
      '<ʳ» في'
    ])
  })

  it('keeps Latin names in a row apart, so that the first is read first', () => {
    expect(shown(`${isolated('TikTok')}، ${isolated('YouTube')}`, true)).toEqual([
      '<ʳ',
      '>ˡTikTokˡ',
      '<ʳ، ʳ',
      '>ˡYouTubeˡ',
      '<ʳ'
    ])
  })

  it('finds Latin letters within Arabic that nobody isolated, and the digits that go with them', () => {
    expect(shown('القرار COP 24 للمجلس', true)).toEqual(['<القرار ', '>COP 24', '< للمجلس'])
    expect(shown('CWG-COP-24/__-A', true)).toEqual(['>CWG-COP-24/__-A'])
    expect(shown('شبكة 5G', true)).toEqual(['<شبكة ', '>5G'])
  })

  it('leaves no bracket behind that was opened with them', () => {
    expect(shown('تطبيق WhatsApp (Meta). ثم', true)).toEqual(['<تطبيق ', '>WhatsApp (Meta)', '<. ثم'])
    expect(shown('58\u200e%\u200e [low]', true)).toEqual(['>58ˡ%ˡ [low]'])
    expect(shown('(WhatsApp) أ', true)).toEqual(['<(', '>WhatsApp', '<) أ'])
    expect(shown('it is واتساب [ميتا], ok', false)).toEqual(['>it is ', '<واتساب [ميتا]', '>, ok'])
    expect(shown('a (b أ c) د', true)).toEqual(['>a (b', '< أ ', '>c', '<) د'])
  })

  it('leaves numbers to the direction they stand in, and a percentage in one piece', () => {
    expect(shown('من 2 إلى 1,245', true)).toEqual(['<من 2 إلى 1,245'])
    expect(shown('62\u200e%\u200e', true)).toEqual(['>62ˡ%ˡ'])
    expect(shown(`العدد: ${isolated('1,245')}.`, true)).toEqual(['<العدد: ʳ1,245ʳ.'])
  })

  it('runs an isolated range the way it was isolated', () => {
    expect(shown(`العمر ${isolated('10–12')}`, true)).toEqual(['<العمر ʳ', '>ˡ10–12ˡ', '<ʳ'])
    expect(shown('\u2067أ\u2069 \u2066أ b\u2069', true)).toEqual(['<أ ʳ', '>ˡ', '<أ', '> bˡ', '<ʳ'])
  })

  it('turns Arabic within other languages around, and nothing beside it', () => {
    expect(shown(`chose “${isolated('صديق 1')}” (5)`, false)).toEqual(['>chose “ˡ', '<ʳصديق 1ʳ', '>ˡ” (5)'])
  })

  it('counts isolates within isolates, and those that nobody closed, as part of the outer one', () => {
    expect(shown('«\u2068a \u2067b\u2069 c\u2069»', true)).toEqual(['<«ʳ', '>ˡa b cˡ', '<ʳ»'])
    expect(shown('«\u2068abc', true)).toEqual(['<«ʳ', '>ˡabcˡ', '<ʳ'])
    expect(shown('\u2069abc\u2069', false)).toEqual(['>abc'])
  })

  it('leaves marks upon a letter with it', () => {
    expect(shown('أ cafe\u0301 ب', true)).toEqual(['<أ ', '>cafe\u0301', '< ب'])
  })
})

const characters = fc.constantFrom(
  ...'ab1 2.,%()[]«»“-–/_ابج؟،',
  '中',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\u200e',
  '\u200f',
  '\u202e',
  '\u0000',
  '\ud800',
  '\n',
  '\u0301'
)
const texts = fc.array(characters, { maxLength: 60 }).map(each => each.join(''))

describe('whatever the text', () => {
  it('nothing is lost but what no document may hold, and nothing is added but marks', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, rtl) => {
        const all = piecesOf(text, rtl)
          .map(piece => piece.text)
          .join('')
        const bare = (each: string): string => each.replace(/[\u200e\u200f\u2066-\u2069]/g, '')
        expect(bare(all)).toBe(bare(printable(text)))
        expect(all).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
      })
    )
  })

  it('stretches take turns, and none holds letters of the other direction', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, rtl) => {
        const pieces = piecesOf(text, rtl)
        for (const [index, piece] of pieces.entries()) {
          expect(piece.text).not.toBe('')
          expect(piece.rtl).not.toBe(pieces[index + 1]?.rtl)
          expect(piece.text).not.toMatch(piece.rtl ? /[a-z中\u200e]/ : /[ابج\u200f]/)
        }
      })
    )
  })

  it.each([
    ['1,', 1, 1],
    ['a ', 2, 1],
    ['\u2068', 3, 0],
    ['ا ', 1, 2],
    ['aا', 40_000, 40_000],
    ['\u2068a\u2069', 40_001, 1],
    ['a1', 1, 1]
  ])('a text made to be slow, of many %j, ends in no more stretches than it has turns', (part, rtl, ltr) => {
    const text = part.repeat(20_000)
    expect([piecesOf(text, true).length, piecesOf(text, false).length]).toEqual([rtl, ltr])
  })

  it('is still a text that XML can hold', () => {
    expect(printable('a\u0000\u0008b\ud800c\ufffe\uffff\u202e')).toBe('ab\ufffdc')
    expect(printable('one\r\n\ttwo\u2028three')).toBe('one two three')
    expect(unisolated('“\u2068A\u2069”')).toBe('“A”')
  })
})
