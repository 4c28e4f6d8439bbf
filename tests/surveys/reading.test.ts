import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, Shape } from '#surveys'
import { lengthInGraphemes, limitOf, read } from '#surveys/browser'
import { naughtyText } from '../support/questionnaires.ts'
import { options } from '../support/sample-questionnaire.ts'

const single: Shape = { kind: 'single', id: 'q', options: options(3) }
const multiple: Shape = {
  kind: 'multiple',
  id: 'q',
  atMost: 2,
  options: [...options(3), { code: 'none', exclusive: true }]
}
const ranking: Shape = { kind: 'ranking', id: 'q', options: options(4), upTo: 2 }
const number: Shape = { kind: 'number', id: 'q', minimum: 3, maximum: 120 }
const text: Shape = { kind: 'short_text', id: 'q', atMost: 10 }
const everyShape = [single, { ...single, kind: 'scale' as const }, multiple, ranking, number]

const chose = (...codes: string[]): Answer => ({ state: 'answered', codes })
const wrote = (words: string): Answer => ({ state: 'answered', text: words })

describe('nothing', () => {
  it.each([[[]], [['']], [['', ' ', '\n\t', '\u00a0']]])('%j is a skipped question, in every kind', given => {
    for (const shape of [...everyShape, text]) {
      expect(read(shape, given)).toEqual({ ok: true, value: { state: 'skipped' } })
    }
  })
})

describe('declining', () => {
  it.each(everyShape)('is an answer of its own under $kind', shape => {
    expect(read(shape, ['dk'])).toEqual({ ok: true, value: { state: 'dk' } })
    expect(read(shape, ['pns', 'pns', ''])).toEqual({ ok: true, value: { state: 'pns' } })
  })

  it.each(everyShape)('is refused under $kind where it is switched off', shape => {
    expect(read({ ...shape, dontKnow: false }, ['dk'])).toMatchObject({ ok: false })
    expect(read({ ...shape, preferNotToSay: false }, ['pns'])).toMatchObject({ ok: false })
  })

  it('cannot go with an answer, nor with the other way of declining', () => {
    const problems = [{ at: 'q', code: 'answer.declinedAndAnswered' }]
    expect(read(single, ['dk', 'o0'])).toEqual({ ok: false, problems })
    expect(read(single, ['dk', 'pns'])).toEqual({ ok: false, problems })
  })

  it('is only a word in an open question', () => {
    expect(read(text, ['dk'])).toEqual({ ok: true, value: wrote('dk') })
  })
})

describe('an answer that can be read', () => {
  it.each<[string, Shape, string[], Answer]>([
    ['one option', single, ['o1'], chose('o1')],
    ['one option sent twice', single, ['o1', 'o1'], chose('o1')],
    ['ticked options, in the order of the form', multiple, ['o2', 'o0'], chose('o0', 'o2')],
    ['an exclusive option alone', multiple, ['none'], chose('none')],
    ['ranked options, in the order given', ranking, ['o3', 'o0'], chose('o3', 'o0')],
    ['a ranking with an empty place closes up', ranking, ['', 'o2'], chose('o2')],
    ['the smallest number', number, ['3'], { state: 'answered', number: 3 }],
    ['the largest number', number, ['120'], { state: 'answered', number: 120 }],
    ['a number with zeros and spaces', number, [' 007 '], { state: 'answered', number: 7 }],
    ['Arabic digits', number, ['١٢٠'], { state: 'answered', number: 120 }],
    ['Persian digits', number, ['۴۵'], { state: 'answered', number: 45 }],
    ['full-width digits', number, ['６７'], { state: 'answered', number: 67 }],
    ['the same number in two scripts', number, ['7', '٧'], { state: 'answered', number: 7 }],
    ['a text without the space around it', text, ['  hello\n'], wrote('hello')],
    ['a text of several lines', text, ['a\r\nb\rc'], wrote('a\nb\nc')],
    ['a text without NUL and other controls', text, ['a\u0000b\u0007\u009fc\td'], wrote('abc\td')],
    ['a text without halves of characters', text, ['a\ud800b\udfff'], wrote('ab')],
    ['marks joined to their letter', text, ['e\u0301'], wrote('é')],
    ['marks that turn text round', text, ['\u200fשלום'], wrote('\u200fשלום')]
  ])('%s', (_, shape, given, value) => {
    expect(read(shape, given)).toEqual({ ok: true, value })
  })
})

describe('an answer that cannot be read', () => {
  it.each<[string, Shape, string[], string, object?]>([
    ['two options of one', single, ['o0', 'o1'], 'answer.onlyOne'],
    ['an unknown option', single, ['O1'], 'answer.unknownCode', { code: 'O1' }],
    [
      'a very long unknown option',
      single,
      ['x'.repeat(5000)],
      'answer.unknownCode',
      { code: 'x'.repeat(64) }
    ],
    ['a name every object has', single, ['__proto__'], 'answer.unknownCode', { code: '__proto__' }],
    ['an unknown option among known', multiple, ['o0', '?'], 'answer.unknownCode', { code: '?' }],
    ['an exclusive option with another', multiple, ['none', 'o0'], 'answer.exclusiveAndMore'],
    ['too many ticked', multiple, ['o0', 'o1', 'o2'], 'answer.tooMany', { count: 2, chosen: 3 }],
    ['the same option in two places', ranking, ['o0', 'o0'], 'answer.rankedTwice'],
    ['too many places', ranking, ['o0', 'o1', 'o2'], 'answer.tooMany', { count: 2, chosen: 3 }],
    ['an unknown option in a place', ranking, ['o9'], 'answer.unknownCode', { code: 'o9' }],
    ['a number below', number, ['2'], 'answer.outOfBounds', { minimum: 3, maximum: 120 }],
    ['a number above', number, ['121'], 'answer.outOfBounds', { minimum: 3, maximum: 120 }],
    ['two numbers', number, ['4', '5'], 'answer.notWholeNumber'],
    ['a decimal', number, ['4.0'], 'answer.notWholeNumber'],
    ['an exponent', number, ['1e2'], 'answer.notWholeNumber'],
    ['a sign', number, ['-4'], 'answer.notWholeNumber'],
    ['a word', number, ['four'], 'answer.notWholeNumber'],
    ['more digits than any bound', number, ['1'.repeat(400)], 'answer.notWholeNumber'],
    ['a text past its limit', text, ['12345678901'], 'answer.tooLong', { limit: 10, length: 11 }]
  ])('%s', (_, shape, given, code, params) => {
    expect(read(shape, given)).toEqual({
      ok: false,
      problems: [{ at: 'q', code, ...(params && { params }) }]
    })
  })
})

describe('the length of a text', () => {
  it.each<[string, string, number]>([
    ['a family', '👩‍👩‍👧‍👦', 1],
    ['a flag', '🇨🇭', 1],
    ['a waving hand with a skin tone', '👋🏽', 1],
    ['a letter with three marks', 'e\u0301\u0323\u0302', 1],
    ['a syllable of Devanagari with its vowel', 'नि', 1],
    ['Hangul built of parts', '\u1100\u1161\u11a8', 1],
    ['Chinese', '数字素养', 4],
    ['Arabic with vowel marks', 'كَتَبَ', 3],
    ['nothing', '', 0]
  ])('counts %s as a person does', (_, written, length) => {
    expect(lengthInGraphemes(written)).toBe(length)
  })

  it('is measured in what a person sees: a family takes the room of a letter', () => {
    const ten = `${'👩‍👩‍👧‍👦'.repeat(4)}people`
    expect(read(text, [ten])).toEqual({ ok: true, value: wrote(ten) })
    expect(read(text, [`${ten}!`])).toMatchObject({ problems: [{ params: { limit: 10, length: 11 } }] })
  })

  it('is measured in bytes too, so that one letter cannot carry a megabyte of marks', () => {
    const tower = `a${'\u0301'.repeat(500_000)}`
    expect(lengthInGraphemes(tower)).toBe(1)
    expect(read(text, [tower])).toMatchObject({
      ok: false,
      problems: [{ code: 'answer.tooLong', params: { limit: 10, length: 500_000 } }]
    })
  })

  it('is 200 in a line and 1000 in a field unless the question says otherwise', () => {
    expect(limitOf({ kind: 'short_text', id: 'q' })).toBe(200)
    expect(limitOf({ kind: 'long_text', id: 'q' })).toBe(1000)
    expect(limitOf({ kind: 'long_text', id: 'q', atMost: 5 })).toBe(5)
  })
})

describe('anything at all', () => {
  const values = fc.array(fc.oneof(naughtyText, fc.constantFrom('o0', 'dk', '3')), { maxLength: 6 })

  it('is read without throwing, in every kind', () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyShape, text), values, (shape, given) => {
        const parsed = read(shape, given)
        if (!parsed.ok) expect(parsed.problems.map(problem => problem.at)).toEqual(['q'])
      }),
      { numRuns: 1000 }
    )
  })

  it('that was read as a text is read again as itself, and can be stored', () => {
    fc.assert(
      fc.property(values, given => {
        const parsed = read({ kind: 'long_text', id: 'q' }, given)
        if (!parsed.ok || !('text' in parsed.value)) return
        const { text: kept } = parsed.value
        expect(read({ kind: 'long_text', id: 'q' }, [kept])).toEqual(parsed)
        expect(new TextDecoder().decode(new TextEncoder().encode(kept))).toBe(kept)
        expect(kept).not.toMatch(/\p{Cs}/u)
        expect(kept).not.toContain('\u0000')
      }),
      { numRuns: 1000 }
    )
  })
})

describe('the length of a text', () => {
  const whole = (text: string) => [...new Intl.Segmenter().segment(text)].length

  it('is what a segmenter counts that sees the whole', () => {
    const pieces = fc.constantFrom('a', '👨‍👩‍👧‍👦', 'é', 'e\u0301', '👩‍👩‍👧', '🇫🇷', 'नि', '\r\n', ' ', '한', 'ก็', '中')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 400 }), parts => {
        expect(lengthInGraphemes(parts.join(''))).toBe(whole(parts.join('')))
      }),
      { numRuns: 500 }
    )
    // Cut at every place within a family.
    for (let shift = 0; shift < 12; shift += 1) {
      expect(lengthInGraphemes('x'.repeat(shift) + '👨‍👩‍👧‍👦'.repeat(60))).toBe(shift + 60)
    }
  })

  it('of half a million characters is counted without filling the memory', () => {
    const before = process.memoryUsage().rss
    expect(lengthInGraphemes('x'.repeat(500_000))).toBe(500_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(500 * 2 ** 20)
  })

  it('is refused by its bytes where it is out of all proportion', () => {
    const shape = { id: 'q', kind: 'long_text' } as const
    expect(read(shape, ['x'.repeat(500_000)])).toMatchObject({
      ok: false,
      problems: [{ code: 'answer.tooLong' }]
    })
  })
})
