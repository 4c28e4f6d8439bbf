import { describe, expect, it } from 'vitest'
import { assuranceFields } from '../../../server/consultations/assurances.ts'
import { assurancesTemplate, readAssurances } from '../../../server/secretariat/assurances-file.ts'
import { assurances, assurancesFile } from '../../support/assurances.ts'

const read = (text: string) => readAssurances(Buffer.from(text))

describe('a file of assurances', () => {
  it('is read as it was filled in, whatever ends its lines', () => {
    for (const end of ['\n', '\r\n'])
      expect(read(assurancesFile().replaceAll('\n', end))).toEqual({ ok: true, value: assurances })
    expect(read(`\uFEFF${assurancesFile()}`)).toEqual({ ok: true, value: assurances })
  })

  it('comes with every name, an explanation of each and nothing filled in', () => {
    const template = assurancesTemplate()
    for (const { name } of assuranceFields) expect(template).toMatch(new RegExp(`^# .+\n${name}:$`, 'm'))
    const given = read(template)
    expect(given.ok && Object.values(given.value)).toEqual(assuranceFields.map(() => ''))
  })

  it('is read when somebody wrote after each colon, and only there', () => {
    const filled = assurancesTemplate().replaceAll(/^([a-z-]+):$/gm, '$1: Text of $1')
    expect(read(filled)).toMatchObject({ ok: true, value: { lawfulBasis: 'Text of lawful-basis' } })
  })

  it('may have names with capitals and blanks, and texts with colons', () => {
    expect(read('Lawful basis: Act 7: section 2\n')).toEqual({
      ok: true,
      value: { lawfulBasis: 'Act 7: section 2' }
    })
  })

  it('is refused with all that is wrong, by line', () => {
    expect(read('# ours\n\ncontroller\ncolour: blue\nethics-approval: 1\nethics-approval: 2\n')).toEqual({
      ok: false,
      problems: [
        { at: '--assurances', code: 'assurances.notALine', params: { line: 3, name: '' } },
        { at: '--assurances', code: 'assurances.unknownName', params: { line: 4, name: 'colour' } },
        { at: '--assurances', code: 'assurances.twice', params: { line: 6, name: 'ethics-approval' } }
      ]
    })
  })

  it('is refused when it is no text', () => {
    expect(readAssurances(Buffer.from([0xff, 0xfe, 0x41, 0]))).toMatchObject({
      ok: false,
      problems: [{ code: 'assurances.notText' }]
    })
  })
})
