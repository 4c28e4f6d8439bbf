import { describe, expect, it } from 'vitest'
import {
  defaultPolicy,
  gatherResponses,
  liveQuestionsOf,
  liveRuleOf,
  oneOfTwoIn,
  protectLive,
  tabulate,
  type LiveRelease
} from '#analytics'
import { languages, translator } from '#locales'
import { codebookOf, pack, readAnswers, shapesOf } from '#surveys'
import { boardPage, type BoardInput, type BoardPage } from '#views'
import { exampleFacts } from '../../../views/examples/consultation.ts'
import { exampleLiveRelease } from '../../../views/examples/live.ts'
import { exampleQuestionnaire } from '../../../views/examples/questionnaire.ts'
import { testRenderer } from '../renderer.ts'

const input: BoardInput = {
  language: 'en',
  consultation: exampleFacts,
  questionnaire: exampleQuestionnaire,
  status: 'open',
  access: 'open',
  rule: liveRuleOf('open'),
  release: exampleLiveRelease(337),
  isFinal: false
}

/** A release in which so many gave each of the answers to the first question, and no noise is added. */
function releaseOf(counts: Readonly<Record<string, number>>): LiveRelease {
  const codebook = codebookOf(exampleQuestionnaire)
  const shapes = shapesOf(exampleQuestionnaire)
  const rows = Object.entries(counts).flatMap(([code, count]) => Array.from({ length: count }, () => code))
  const width = codebook.slots.length
  const answers = new Int16Array(rows.length * width)
  rows.forEach((code, row) => {
    const read = readAnswers(shapes, new Map([['first_person', [code]]]))
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    answers.set(pack(codebook, 'en', read.value), row * width)
  })
  const gathering = gatherResponses(codebook)
  const keys = () => Uint32Array.from(rows, (_, row) => row * 7 + 1)
  gathering.add({ count: rows.length, answers, keyHigh: keys(), keyLow: keys() })
  const responses = gathering.finish()
  const plan = liveQuestionsOf(exampleQuestionnaire).map(({ id }) => ({ question: id, by: [[]] }))
  const { tables } = tabulate({ codebook, responses, breakdowns: [], plan })
  const { rule } = input
  // A draw in the middle of the perturbation table, whose noise is nought.
  const prf = () => 0.5
  return {
    ...exampleLiveRelease(45),
    responses: rows.length,
    tables: protectLive({
      tables,
      oneOfTwo: oneOfTwoIn(exampleQuestionnaire),
      responses: rows.length,
      number: 1,
      before: null,
      rule,
      policy: defaultPolicy,
      prf
    }).tables
  }
}

const rowsOf = (page: BoardPage) => (page.figures[0]?.rows ?? []).map(({ text, mark }) => mark ?? text)

describe('what the board says of a question', () => {
  it.each([
    [
      'shares in steps of five',
      { family: 70, friend: 42, school: 14 },
      ['about 55%', 'about 35%', 'about 10%']
    ],
    ['nothing exact of what nearly all said', { family: 60 }, ['95% or more', '[c]', '[c]']],
    ['words below a base of fifty', { family: 30, friend: 15 }, ['most', 'some', '[c]']],
    ['words where forty of forty agree', { family: 40 }, ['nearly all', '[c]', '[c]']]
  ])('is %s', (_, counts, said) => {
    expect(rowsOf(boardPage({ ...input, release: releaseOf(counts) })).slice(0, 3)).toEqual(said)
  })

  it('draws bars as long as the shares it prints, and steps for words', () => {
    const [figure] = boardPage({
      ...input,
      release: releaseOf({ family: 70, friend: 42, school: 14 })
    }).figures
    expect(figure?.rows.map(({ bar }) => bar)).toEqual([55, 35, 10, null, null])
    const [worded] = boardPage({ ...input, release: releaseOf({ family: 30, friend: 15 }) }).figures
    expect(worded?.rows.map(({ steps }) => steps.filter(({ filled }) => filled).length)).toEqual([
      3, 1, 0, 0, 0
    ])
    expect(worded?.rows.every(({ bar }) => bar === null)).toBe(true)
  })

  it('explains [c] where it stands, words where they stand, and that few have answered', () => {
    const notesOf = (counts: Readonly<Record<string, number>>) =>
      boardPage({ ...input, release: releaseOf(counts) }).figures[0]?.notes.join(' ')
    expect(notesOf({ family: 70, friend: 42 })).toMatch(/^\[c\] Hidden/)
    expect(notesOf({ family: 30, friend: 15 })).toMatch(/^Fewer than 50 .*\[c\] Hidden/)
    const unanswered = boardPage({ ...input, release: releaseOf({ family: 30 }) }).figures[1]
    expect(unanswered).toMatchObject({
      rows: [],
      notes: ['Too few people have answered this question so far.']
    })
  })
})

describe('the board', () => {
  it('counts its questions, and leaves out those that are not told live', () => {
    const { figures } = boardPage(input)
    expect(figures.map(({ id }) => id)).toEqual(figures.map((_, at) => `q${at + 1}`))
    expect(figures).toHaveLength(liveQuestionsOf(exampleQuestionnaire).length)
    expect(figures.at(-1)?.where).toBe(`Question ${figures.length} of ${figures.length}`)
  })

  it.each([
    ['open', { rule: liveRuleOf('open'), access: 'open' }, '20'],
    ['room', { rule: liveRuleOf('room'), access: 'room' }, '40']
  ] as const)(
    'waits for the first results, and says how many must have answered, not how many have: %s',
    (_, of, number) => {
      const page = boardPage({ ...input, ...of, release: null })
      expect(page.notice?.text).toBe(translator('en')('live:waiting.text', { number }))
      expect(page).toMatchObject({ made: [], figures: [] })
    }
  )

  it('says from how many answers it is, and when there are new ones', () => {
    expect(boardPage(input).made).toEqual([
      '337 answers',
      // Half as many more, and ten who go on waiting.
      'The next results come when 515 people have answered.'
    ])
  })

  it.each([
    ['scheduled', false, null, 'The questions are not open yet', null],
    ['paused', false, 337, 'The questions are paused', null],
    ['closed', false, 337, 'The questions are closed', 'Page of the final results'],
    ['closed', true, null, 'The questions are closed', 'See the final results']
  ] as const)('says what is so: %s, final: %s, live: %s', (status, isFinal, responses, title, link) => {
    const release = responses === null ? null : exampleLiveRelease(responses)
    const page = boardPage({ ...input, status, isFinal, release })
    expect([page.notice?.title, page.notice?.link?.text ?? null, page.part]).toEqual([title, link, null])
    if (link !== null) expect(page.notice?.link?.href).toBe('/en/results/getting-help')
  })

  it.each([
    ['open', null],
    ['cards', 'You need a card to answer'],
    ['room', 'You need the code on the screen']
  ] as const)('tells what one needs to take part: %s', (access, needs) => {
    expect(boardPage({ ...input, access }).part?.needs).toBe(needs)
  })

  it('has another stamp for each release and each state, so that the script sees what is new', () => {
    const second = { ...exampleLiveRelease(45), number: 4 }
    const inputs: readonly BoardInput[] = [
      input,
      { ...input, release: second },
      { ...input, release: null },
      { ...input, status: 'paused' },
      { ...input, status: 'closed' },
      { ...input, status: 'closed', isFinal: true }
    ]
    expect(new Set(inputs.map(each => boardPage(each).stamp)).size).toBe(inputs.length)
  })

  it.each(languages)('says the two fixed sentences in %s', language => {
    const t = translator(language)
    const html = testRenderer().render('live/board', boardPage({ ...input, language }))
    for (const key of ['results:limits', 'results:noise']) expect(html).toContain(`<p>${t(key)}</p>`)
  })

  it('shows no table that did not pass the protector', () => {
    const [table] = exampleLiveRelease(337).tables
    const release = { ...exampleLiveRelease(337), tables: [{ ...table! }] }
    expect(() => boardPage({ ...input, release })).toThrow('not a protected table')
  })
})
