import { describe, expect, it } from 'vitest'
import { assuranceFields, checkAssurances } from '../../../server/consultations/assurances.ts'
import { assurances } from '../../support/assurances.ts'

/** All but the key of the lead, which may be left out. */
const required = assuranceFields.filter(({ missing }) => missing !== null)

describe('assurances', () => {
  it('are taken when all are there, without the blanks around them', () => {
    expect(checkAssurances({ ...assurances, ethics: '  2026-17 ' })).toEqual({
      ok: true,
      value: { ...assurances, ethics: '2026-17' }
    })
  })

  it('are asked for together where none is there', () => {
    const checked = checkAssurances(undefined)
    expect(checked.ok ? [] : checked.problems.map(({ at }) => at)).toEqual([
      '--assurances',
      ...required.map(({ name }) => name)
    ])
  })

  it.each(required)('are refused without $name, and only that is named', ({ key, name, missing }) => {
    expect(checkAssurances({ ...assurances, [key]: ' ' })).toEqual({
      ok: false,
      problems: [{ at: name, code: missing }]
    })
  })

  it.each([
    ['controller', 'x', 'assurances.form'],
    ['controller', 'x'.repeat(301), 'assurances.form'],
    ['ethics', 'approved \u202Eesrever', 'assurances.form'],
    ['lawfulBasis', 'a\u0000b', 'assurances.form'],
    ['contact', 'ring at the door', 'assurances.notAContact'],
    ['contact', 'javascript:alert(1)', 'assurances.notAContact']
  ] as const)('are refused where %s cannot be shown or used: %j', (key, text, code) => {
    expect(checkAssurances({ ...assurances, [key]: text })).toMatchObject({ ok: false, problems: [{ code }] })
  })
})
