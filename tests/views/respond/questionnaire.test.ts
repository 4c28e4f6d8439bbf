import { describe, expect, it } from 'vitest'
import { questionnairePage } from '#views'
import { exampleAsked, exampleProblems, exampleValues } from '../../../views/examples/consultation.ts'
import { testRenderer } from '../renderer.ts'

const renderer = testRenderer()
const asked = exampleAsked('en')
const blank = renderer.render('respond/questionnaire', questionnairePage(asked))
const filledIn = renderer.render(
  'respond/questionnaire',
  questionnairePage(asked, { values: exampleValues, problems: exampleProblems })
)

describe('the questionnaire document', () => {
  it('preselects nothing and requires nothing', () => {
    expect(blank).not.toMatch(/\s(checked|selected|required)[\s>]/)
  })

  it('does not ask again for the age that was given on the landing page', () => {
    expect(blank).not.toContain('name="q.age"')
    expect(blank).toContain('<input type="hidden" name="band" value="13_15">')
  })

  it('offers both ways not to answer on closed questions, unless one is switched off', () => {
    expect(blank.match(/name="q\.first_person" value="(dk|pns)"/g)).toHaveLength(2)
    const month = blank.slice(blank.indexOf('name="q.month"'), blank.indexOf('name="q.one_word"'))
    expect(month).toContain('value="dk"')
    expect(month).not.toContain('value="pns"')
  })

  it('puts a list of more than fifteen options into a select', () => {
    expect(blank).toMatch(/<select id="q7-0" name="q\.month"/)
  })

  it('ranks by selects of one name, without dragging', () => {
    expect(blank.match(/<select[^>]+name="q\.wishes"/g)).toHaveLength(2)
  })

  it('says above every box for own words what not to write there', () => {
    expect(blank.match(/class="warning"/g)).toHaveLength(2)
  })

  it('keeps everything that was typed and ticked when the page has a problem', () => {
    expect(filledIn).toMatch(/name="q\.first_person" value="nobody" checked/)
    expect(filledIn).toMatch(/name="q\.easy" value="dk" checked/)
    expect(filledIn).toContain(
      '&lt;b&gt;Someone&lt;/b&gt; who listens\nand does not &quot;shout&quot;</textarea>'
    )
    expect(filledIn).toMatch(/<option value="adults" selected>/)
    expect(filledIn).toMatch(/name="q\.hours" value="4"/)
  })

  it('says what is wrong on top and at the question, in the same words, and in the title', () => {
    const sentence = 'You chose 4 answers. Please choose 3 at most.'
    expect(filledIn).toContain(`<li><a href="#q2-0">${sentence}</a></li>`)
    expect(filledIn).toContain(`</span>${sentence}</p>`)
    expect(filledIn).toMatch(/<title>Error: /)
  })

  it('links hint, rule and error to the question', () => {
    expect(filledIn).toContain('id="q2" aria-describedby="q2r q2e"')
  })

  it('marks the box that is wrong, and tells whoever comes to it what is', () => {
    expect(filledIn).toMatch(/<input [^>]*id="q8-0"[^>]* aria-invalid="true" aria-describedby="q8r q8e"/)
    expect(filledIn.match(/aria-invalid/g)).toHaveLength(1)
    expect(blank).not.toContain('aria-invalid')
  })

  it.each([
    [
      'hours',
      'answer.notWholeNumber',
      /<input [^>]*id="q5-0"[^>]* aria-invalid="true" aria-describedby="q5r q5e"/
    ],
    ['wishes', 'answer.rankedTwice', /<select id="q4-1"[^>]* aria-invalid="true" aria-describedby="q4r q4e"/],
    [
      'why_nobody',
      'answer.tooLong',
      /<textarea [^>]*id="q1-0"[^>]* aria-invalid="true" aria-describedby="q1r q1e"/
    ]
  ])('does so for every kind of box and list: %s', (at, code, marked) => {
    const problems = [{ at, code, params: { limit: 1, length: 2 } }]
    const page = questionnairePage(asked, { values: exampleValues, problems })
    expect(renderer.render('respond/questionnaire', page)).toMatch(marked)
  })

  it('keeps the reader’s place in every language: the language bar leads to the same band', () => {
    expect(questionnairePage(asked).languageLinks.map(link => link.href)).toEqual([
      '/ar/getting-help/13_15/questions',
      '/en/getting-help/13_15/questions'
    ])
  })

  it('gives the script what it needs for routing, and none of the texts of options', () => {
    const { data } = questionnairePage(asked)
    const json = JSON.stringify(data)
    expect(json).toContain('"selected":"nobody"')
    expect(json).not.toContain('A parent or another adult')
  })

  it('has the script name a question so that a title of the other direction disturbs nothing', () => {
    expect(questionnairePage(asked).data).toMatchObject({
      texts: { changeWhat: 'Change: \u2068%question\u2069' }
    })
  })

  it('cannot be broken out of by words that look like markup', () => {
    const questionnaire = {
      ...asked.questionnaire,
      sections: [{ ...asked.questionnaire.sections[0]!, title: { standard: { en: '</script><i>' } } }]
    }
    const page = renderer.render('respond/questionnaire', questionnairePage({ ...asked, questionnaire }))
    expect(page).not.toContain('</script><i>')
    expect(page.match(/<\/script>/g)).toHaveLength(2)
  })
})
