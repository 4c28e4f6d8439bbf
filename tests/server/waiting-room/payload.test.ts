import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codebookOf, isClosed, limitOf, questionsOf, readyQuestionnaire } from '#surveys'
import { payloadFormat, type Payload } from '../../../server/waiting-room/payload.ts'

const questionnaire = readyQuestionnaire('getting-help')
const { slots } = codebookOf(questionnaire)
const format = payloadFormat(questionnaire, slots.length)
const open = questionsOf(questionnaire).filter(question => !isClosed(question))

const payloads: fc.Arbitrary<Payload> = fc.record({
  kind: fc.constantFrom('answers' as const, 'remarks' as const),
  packed: fc.tuple(...slots.map(({ maximum }) => fc.integer({ min: -4, max: maximum }))),
  remarks: fc
    .tuple(...open.map(() => fc.option(fc.string({ unit: 'grapheme', maxLength: 60 }), { nil: undefined })))
    .map(texts =>
      texts.flatMap((text, at) => {
        const question = open[at]
        return text === undefined || question === undefined ? [] : [{ question: question.id, text }]
      })
    )
})

describe('a payload', () => {
  it('is read as what was written, and always has one length', () => {
    fc.assert(
      fc.property(payloads, payload => {
        const bytes = format.write(payload)
        expect(bytes.length).toBe(format.length)
        expect(format.read(bytes)).toEqual(payload)
      })
    )
    expect(format.length % 1024).toBe(0)
  })

  it('has room for the longest texts that are taken, of letters of three bytes', () => {
    const remarks = open.map(question => ({ question: question.id, text: 'ༀ'.repeat(limitOf(question)) }))
    const payload = { kind: 'answers', packed: slots.map(() => -3), remarks } as const
    expect(format.read(format.write(payload))).toEqual(payload)
  })

  it.each<[string, Payload['remarks']]>([
    ['a question that is not asked', [{ question: 'nobody_asked', text: 'x' }]],
    ['a text beyond all limits', [{ question: open[0]?.id ?? '', text: 'x'.repeat(60_000) }]]
  ])('refuses %s', (_, remarks) => {
    expect(() => format.write({ kind: 'answers', packed: slots.map(() => -3), remarks })).toThrow(RangeError)
  })

  it('refuses bytes of another length or kind', () => {
    const bytes = format.write({ kind: 'answers', packed: slots.map(() => -3), remarks: [] })
    expect(() => format.read(bytes.subarray(1))).toThrow(RangeError)
    bytes[0] = 7
    expect(() => format.read(bytes)).toThrow(RangeError)
  })
})
