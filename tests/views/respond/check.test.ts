import { describe, expect, it } from 'vitest'
import { checkPage } from '#views'
import { exampleAsked, exampleValues } from '../../../views/examples/consultation.ts'

const resend = '0f'.repeat(16)
const page = checkPage(exampleAsked('en'), exampleValues, resend)
const row = (question: string) => page.rows.find(each => each.question === question)

describe('the check-answers page', () => {
  it('carries every answer in hidden fields, in order, and the id of this sending', () => {
    expect(page.fields.filter(field => field.name === 'q.wishes').map(field => field.value)).toEqual([
      'adults',
      'button'
    ])
    expect(page.resend).toBe(resend)
  })

  it('shows answers in words', () => {
    expect(row('What have you tried yourself?')?.answers).toEqual([
      'Blocked a person',
      'Reported a person or a post'
    ])
    expect(row('On a school day, how long are you online?')?.answers).toEqual(['4 (hours)'])
    expect(row('How easy is it to find help?')?.answers).toEqual(['I do not know'])
  })

  it('shows what was ranked in its order', () => {
    expect(row('What would help most?')).toMatchObject({
      ordered: true,
      answers: ['Adults who listen', 'A button in every app']
    })
  })

  it('says where there is no answer', () => {
    expect(row('Which describes you?')).toMatchObject({ answered: false, answers: ['Not answered'] })
  })

  it('leads back to the very question, with everything kept', () => {
    expect(row('How easy is it to find help?')?.change).toBe('/en/getting-help#q3')
  })

  it('names the question that is changed so that a title of the other direction disturbs nothing', () => {
    expect(row('How easy is it to find help?')?.changeLabel).toBe(
      'Change: \u2068How easy is it to find help?\u2069'
    )
  })

  it('leaves out questions off the route', () => {
    const values = new Map([...exampleValues, ['first_person', ['friend']]])
    const shown = checkPage(exampleAsked('en'), values, resend).rows.map(each => each.question)
    expect(shown).not.toContain('What would have to change so that you would tell someone?')
  })

  it('shows the age from the landing page, without a way to change it here', () => {
    expect(row('Your age')).toMatchObject({ answers: ['13 to 15'], change: null })
  })
})
