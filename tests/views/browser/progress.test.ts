import { describe, expect, it } from 'vitest'
import { readAnswers, type Shape } from '#surveys'
import { mostQuestions } from '../../../views/browser/progress.ts'

const yesNo = [{ code: 'yes' }, { code: 'no' }]
const shapes: readonly Shape[] = [
  { id: 'phone', kind: 'single', options: yesNo },
  { id: 'own', kind: 'single', options: yesNo, showWhen: { question: 'phone', selected: 'yes' } },
  { id: 'rules', kind: 'single', options: yesNo, showWhen: { question: 'own', selected: 'yes' } },
  { id: 'library', kind: 'single', options: yesNo, showWhen: { not: { question: 'phone', selected: 'yes' } } }
]

describe('the number of questions that is shown', () => {
  it.each([
    ['nothing is answered: both branches count', 0, {}, 4],
    ['one branch is taken', 1, { phone: 'yes' }, 3],
    ['a branch within it is ruled out', 2, { phone: 'yes', own: 'no' }, 2],
    ['the other branch is taken, with all that hangs on it', 1, { phone: 'no' }, 2],
    ['a question is skipped', 1, {}, 2]
  ])('when %s', (_, at, given, most) => {
    expect(mostQuestions(data(), answers(given), at)).toBe(most)
  })
})

function answers(given: Readonly<Record<string, string>>) {
  const parsed = readAnswers(shapes, new Map(Object.entries(given).map(([id, code]) => [id, [code]])))
  return parsed.ok ? parsed.value : new Map()
}

function data() {
  return { shapes, asked: shapes.map(shape => shape.id) }
}
