import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeFrom, codeLengths, groupedCode, readCode } from '#surveys'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const lengths = Object.entries(codeLengths)

/** A code of a card or of a room, from any bytes. */
const codeOf = (length: number) =>
  fc.uint8Array({ minLength: length - 1, maxLength: length - 1 }).map(codeFrom)
const reads = (typed: string, length: number) => readCode(typed, length).ok

describe.each(lengths)('a code of a %s', (_, length) => {
  it('is read again as it was drawn, however it is grouped', () => {
    fc.assert(
      fc.property(codeOf(length), code => {
        expect(code).toMatch(new RegExp(`^[${alphabet}]{${length}}$`))
        for (const typed of [code, groupedCode(code), ` ${code.toLowerCase()}`, [...code].join(' ')])
          expect(readCode(typed, length)).toEqual({ ok: true, value: code })
      })
    )
  })

  it('is refused with any one character wrong', () => {
    fc.assert(
      fc.property(codeOf(length), code => {
        for (let at = 0; at < length; at += 1) {
          for (const other of alphabet) {
            if (other !== code[at])
              expect(reads(code.slice(0, at) + other + code.slice(at + 1), length)).toBe(false)
          }
        }
      }),
      { numRuns: 20 }
    )
  })

  it('is refused with any two characters exchanged, neighbours or not', () => {
    fc.assert(
      fc.property(codeOf(length), code => {
        for (let one = 0; one < length; one += 1) {
          for (let other = one + 1; other < length; other += 1) {
            const characters = [...code]
            ;[characters[one], characters[other]] = [code[other]!, code[one]!]
            const exchanged = characters.join('')
            expect(reads(exchanged, length)).toBe(exchanged === code)
          }
        }
      }),
      { numRuns: 50 }
    )
  })

  it('is refused with any pair of equal neighbours turned into another pair', () => {
    fc.assert(
      fc.property(codeOf(length), fc.nat(length - 2), fc.nat(31), fc.nat(31), (code, at, was, becomes) => {
        fc.pre(was !== becomes)
        const drawn = [...code].map(each => alphabet.indexOf(each))
        drawn.splice(at, 2, was, was)
        const whole = codeFrom(Uint8Array.from(drawn.slice(0, length - 1)))
        fc.pre(whole[at] === whole[at + 1])
        const pair = alphabet[becomes]!.repeat(2)
        expect(reads(whole.slice(0, at) + pair + whole.slice(at + 2), length)).toBe(false)
      })
    )
  })

  it('passes as another 1 time in 32 when everything is wrong', () => {
    const characters = length - 1
    let passed = 0
    for (let seed = 0; seed < 32 ** 3; seed += 1) {
      const guess = [seed >> 10, (seed >> 5) & 31, seed & 31].map(value => alphabet[value]).join('')
      if (reads(guess + '0'.repeat(characters + 1 - 3), length)) passed += 1
    }
    expect(passed).toBe(32 ** 2)
  })
})

describe('a typed code', () => {
  const code = codeFrom(Uint8Array.from([1, 0, 10, 11, 20, 17, 22, 25, 12, 24, 8]))

  it.each([
    ['I and L for 1, O for 0', 'IO', '10'],
    ['small ones', 'lo', '10'],
    ['digits of Arabic', '١٠', '10'],
    ['digits of Persian', '۱۰', '10'],
    ['digits of full width', '１０', '10'],
    ['letters of Cyrillic that look the same', 'АВЕКМН', 'ABEKMH'],
    ['more of them', 'ОРСТХУ', '0PCTXY']
  ])('may have %s', (_, typed, meant) => {
    const drawn = [...meant.padEnd(11, '7')].map(each => alphabet.indexOf(each))
    const whole = codeFrom(Uint8Array.from(drawn))
    expect(readCode(typed + whole.slice(meant.length), 12)).toEqual({ ok: true, value: whole })
  })

  it('may have any spaces, hyphens and marks of direction in it', () => {
    expect(readCode(`\u200f${code.slice(0, 4)}–${code.slice(4, 8)}\u00a0-${code.slice(8)}\n`, 12)).toEqual({
      ok: true,
      value: code
    })
  })

  it.each([
    ['nothing', ' - ', 'code.empty'],
    ['too few', code.slice(1), 'code.length'],
    ['too many', `${code}0`, 'code.length'],
    ['a letter that is on no card', `U${code.slice(1)}`, 'code.mistyped'],
    ['a letter of another script', `我${code.slice(1)}`, 'code.mistyped']
  ])('is told apart: %s', (_, typed, wrong) => {
    const parsed = readCode(typed, 12)
    expect(parsed.ok ? [] : parsed.problems.map(problem => problem.code)).toEqual([wrong])
  })

  it('is known by its check character, always by the same one', () => {
    expect(groupedCode(code)).toMatchInlineSnapshot(`"10AB-MHPS-CR8K"`)
    expect(groupedCode(codeFrom(Uint8Array.from([1, 2, 3, 4, 5])))).toMatchInlineSnapshot(`"123-452"`)
  })
})
