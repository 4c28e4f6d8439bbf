import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalQuestionnaire, parseQuestionnaire } from '#surveys'
import { questionnaires } from '../support/questionnaires.ts'

describe('the canonical form of a questionnaire', () => {
  it('does not depend on the order in which properties were written', () => {
    fc.assert(
      fc.property(questionnaires, questionnaire => {
        const turned = parseQuestionnaire(reversed(questionnaire))
        if (!turned.ok) throw new Error(JSON.stringify(turned.problems))
        expect(JSON.stringify(turned.value)).not.toBe(JSON.stringify(questionnaire))
        expect(canonicalQuestionnaire(turned.value)).toBe(canonicalQuestionnaire(questionnaire))
      })
    )
  })

  it('is JSON of the same questionnaire', () => {
    fc.assert(
      fc.property(questionnaires, questionnaire => {
        expect(JSON.parse(canonicalQuestionnaire(questionnaire))).toEqual(questionnaire)
      })
    )
  })

  it('changes with the order of questions and options, which people see', () => {
    const item = (id: string) => ({ kind: 'short_text' as const, id, text: { standard: { en: id } } })
    const asking = (...ids: string[]) => ({
      title: { standard: { en: 'T' } },
      sections: [{ id: 's', items: ids.map(item) }]
    })
    expect(canonicalQuestionnaire(asking('a', 'b'))).not.toBe(canonicalQuestionnaire(asking('b', 'a')))
  })

  it('is that of RFC 8785: names sorted, nothing between them', () => {
    const questionnaire = { title: { standard: { fr: 'é', en: '€\n' } }, sections: [] }
    expect(canonicalQuestionnaire(questionnaire)).toBe(
      '{"sections":[],"title":{"standard":{"en":"€\\n","fr":"é"}}}'
    )
  })
})

/** The same value with the properties of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, reversed(inner)])
  )
}
