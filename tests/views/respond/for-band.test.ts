import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ageBands,
  questionsOf,
  readAnswers,
  readyNames,
  readyQuestionnaire,
  shapesOf,
  type Given,
  type Shape
} from '#surveys'
import { read, walk } from '#surveys/browser'
import { checkPage, questionnairePage } from '#views'
import { exampleFacts } from '../../../views/examples/consultation.ts'
import { mostQuestions } from '../../../views/browser/progress.ts'
import type { ScriptData } from '../../../views/respond/script-contract.ts'
import { givenTo } from '../../support/questionnaires.ts'
import { testRenderer } from '../renderer.ts'

const renderer = testRenderer()
const pages = readyNames.flatMap(name => ageBands.map(band => ({ name, band })))

describe.each(pages)('what $band is asked of $name', ({ name, band }) => {
  const questionnaire = readyQuestionnaire(name)
  const asked = { language: 'en', consultation: exampleFacts, questionnaire, version: 1, band } as const
  const page = questionnairePage(asked)
  const data = dataOf(page.data)
  const filled = givenTo(questionnaire).map((given): Given => new Map([...given, ['age_band', [band]]]))

  it('stands on the page of that age, each question with the id of its place', () => {
    const views = page.parts.flatMap(part => part.steps.map(step => step.question.id))
    expect(views).toEqual(data.asked.map((_, position) => `q${position}`))
    const html = renderer.render('respond/questionnaire', page)
    const names = new Set([...html.matchAll(/ name="q\.([^"]+)"/g)].map(([, id]) => id))
    expect([...names]).toEqual(data.asked)
  })

  it('is said to be perhaps not for them only where another answer decides', () => {
    const views = page.parts.flatMap(part => part.steps.map(step => step.question))
    const conditional = data.asked.filter((_, position) => views[position]?.conditional)
    expect(conditional).toEqual(data.shapes.filter(shape => shape.showWhen !== undefined).map(({ id }) => id))
    expect(JSON.stringify(data.shapes)).not.toContain('"question":"age_band"')
  })

  it('is counted from the first question on, and no question of another age with it', () => {
    expect(mostQuestions(data, new Map(), 0)).toBe(data.asked.length)
  })

  it('leads to the same answers in the script, on the check page and on the server', () => {
    fc.assert(
      fc.property(filled, given => {
        const onServer = readAnswers(shapesOf(questionnaire), given)
        if (!onServer.ok) throw new Error(JSON.stringify(onServer.problems))
        const shown = [...onServer.value].filter(([, answer]) => answer.state !== 'not_shown')
        const inScript = walk(
          data.shapes,
          new Map(data.shapes.map(shape => [shape.id, answerTo(shape, given)]))
        )
        expect([...inScript].filter(([, answer]) => answer.state !== 'not_shown')).toEqual(shown)
        const rows = checkPage(asked, given, '0f'.repeat(16)).rows
        expect(rows.map(row => row.change)).toEqual(
          shown.map(([id]) => (id === 'age_band' ? null : `/en/getting-help#q${data.asked.indexOf(id)}`))
        )
      })
    )
  })
})

describe('the page for those who read easy words', () => {
  it.each(readyNames)('is shorter than the others’, in %s', name => {
    const questionnaire = readyQuestionnaire(name)
    const onPage = (band: (typeof ageBands)[number]) =>
      dataOf(
        questionnairePage({ language: 'en', consultation: exampleFacts, questionnaire, version: 1, band })
          .data
      ).asked.length
    expect(onPage('pns')).toBeLessThan(onPage('13_15'))
    expect(onPage('13_15')).toBe(questionsOf(questionnaire).length - 1)
  })
})

/** As the script gets it. */
function dataOf(data: object | null): ScriptData {
  return JSON.parse(JSON.stringify(data))
}

function answerTo(shape: Shape, given: Given) {
  const parsed = read(shape, given.get(shape.id) ?? [])
  return parsed.ok ? parsed.value : ({ state: 'skipped' } as const)
}
