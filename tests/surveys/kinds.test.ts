import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandsOf, kindOf, optionsPerSlot, type NumberQuestion } from '#surveys'
import { options, sampleQuestions, words } from '../support/sample-questionnaire.ts'

function numberQuestion(minimum: number, maximum: number): NumberQuestion {
  return { kind: 'number', id: 'n', text: words('How many?'), minimum, maximum }
}

describe('a kind of question', () => {
  it.each(sampleQuestions)('names in tables every answer that $id can have, each once', question => {
    const codes = kindOf(question).codes(question)
    expect(new Set(codes).size).toBe(codes.length)
    if ('options' in question) expect(codes).toEqual(question.options.map(option => option.code))
  })

  it('puts options into bits, the first lowest', () => {
    const question = { kind: 'multiple' as const, id: 'm', text: words('M'), options: options(17) }
    const { pack } = kindOf(question)
    expect(optionsPerSlot).toBe(15)
    expect(pack(question, { state: 'answered', codes: ['o0', 'o2'] })).toEqual([0b101, 0])
    expect(pack(question, { state: 'answered', codes: ['o14', 'o15', 'o16'] })).toEqual([1 << 14, 0b11])
  })

  it('leaves the places of a ranking that nobody filled empty', () => {
    const question = { kind: 'ranking' as const, id: 'r', text: words('R'), options: options(5), upTo: 3 }
    const { pack, unpack } = kindOf(question)
    expect(pack(question, { state: 'answered', codes: ['o4', 'o0'] })).toEqual([4, 0, -3])
    expect(unpack(question, [4, 0, -3])).toEqual({ state: 'answered', codes: ['o4', 'o0'] })
  })
})

describe('the bands of a number', () => {
  it.each<[number, number, string[]]>([
    [0, 3, ['0', '1', '2', '3']],
    [7, 7, ['7']],
    [1, 12, ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12']],
    [0, 24, ['0-4', '5-9', '10-14', '15-19', '20-24']],
    [8, 24, ['8-9', '10-14', '15-19', '20-24']],
    [0, 100, ['0-19', '20-39', '40-59', '60-79', '80-99', '100']],
    [0, 30_000, ['0-9999', '10000-19999', '20000-29999', '30000']]
  ])('from %i to %i are %j', (minimum, maximum, codes) => {
    expect(bandsOf(numberQuestion(minimum, maximum)).map(band => band.code)).toEqual(codes)
  })

  it('cover every value once, without a gap', () => {
    const bound = fc.integer({ min: 0, max: 30_000 })
    fc.assert(
      fc.property(bound, bound, (one, other) => {
        const [minimum, maximum] = [Math.min(one, other), Math.max(one, other)]
        const bands = bandsOf(numberQuestion(minimum, maximum))
        expect(bands[0]?.from).toBe(minimum)
        expect(bands.at(-1)?.to).toBe(maximum)
        for (const [index, band] of bands.entries()) {
          expect(band.to).toBeGreaterThanOrEqual(band.from)
          if (index > 0) expect(band.from).toBe((bands[index - 1]?.to ?? NaN) + 1)
        }
        expect(bands.length).toBeLessThanOrEqual(12)
        expect(new Set(bands.map(band => band.code)).size).toBe(bands.length)
      }),
      { numRuns: 1000 }
    )
  })
})
