import { expect, it } from 'vitest'
import { linesFor } from '../../../server/cli/mistake.ts'

it('tells of a file without what in it could steer the terminal or turn a line round', () => {
  const problem = {
    at: 'form.xlsx, row\u001b[8m 3',
    code: 'target.dimension',
    params: { name: '\u001b]0;x\u0007\nDone.\u202e', known: 'gender' }
  }
  const [line] = linesFor([problem])
  expect(line).toContain('form.xlsx, row·[8m 3: ')
  expect(line).toContain('“·]0;x··Done.·”')
  expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
})
