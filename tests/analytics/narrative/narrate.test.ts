import { describe, expect, it } from 'vitest'
import type { ClosedQuestion, Question } from '#surveys'
import { asked, choice, counted, optionsOf, sentences, told, words } from './asked.ts'

describe('a paragraph', () => {
  it('begins with the question and its base', () => {
    expect(told(counted(choice('single', 3), 1245, [700, 400, 145]))[0]).toBe(
      'The question “Why?” was answered by 1,245 respondents.'
    )
  })

  it('leads with the most common answer, and lets the others follow by share', () => {
    expect(told(counted(choice('single', 4), 100, [20, 62, 0, 18])).slice(1)).toEqual([
      'Most respondents (62 per cent) chose “B”.',
      'Next came “A” (20 per cent) and “D” (18 per cent).'
    ])
  })

  it('names up to seven answers, at most three in a sentence', () => {
    expect(told(counted(choice('multiple', 9), 100, [80, 70, 60, 50, 40, 30, 20, 15, 12])).slice(1)).toEqual([
      'A large majority of respondents (80 per cent) chose “A”.',
      'Next came “B” (70 per cent), “C” (60 per cent) and “D” (50 per cent).',
      'After these came “E” (40 per cent), “F” (30 per cent) and “G” (20 per cent).'
    ])
  })

  it('stops at shares below ten per cent', () => {
    expect(told(counted(choice('single', 4), 200, [100, 62, 20, 18])).slice(2)).toEqual([
      'Next came “B” (31 per cent) and “C” (10 per cent).'
    ])
  })

  it('says “or more” of a top-coded share, and “nearly all”', () => {
    expect(told(counted(choice('single', 2), 200, [198, 2])).slice(1)).toEqual([
      'Nearly all respondents (98 per cent or more) chose “A”.'
    ])
  })

  it('never says a hidden share', () => {
    const release = counted(choice('multiple', 3), 100, [9, 100, 9])
    expect(told(release).join()).not.toMatch(/“[AC]”/)
  })

  it('lists the numbers it says as they are printed', () => {
    const said = sentences(counted(choice('single', 3), 100, [20, 62, 18])).flatMap(({ says }) => says)
    const share = { question: 'q', by: [], values: [], what: 'share', status: '' }
    expect(said).toEqual([
      { ...share, what: 'base', code: null, value: 100 },
      { ...share, code: 'b', value: 62 },
      { ...share, code: 'a', value: 20 },
      { ...share, code: 'c', value: 18 }
    ])
  })

  it('names the frame of each sentence', () => {
    expect(sentences(counted(choice('single', 3), 100, [20, 62, 18])).map(({ key }) => key)).toEqual([
      'narrative:base.single',
      'narrative:lead.choice.most',
      'narrative:next.two'
    ])
  })
})

describe('equal shares', () => {
  it('are said to be equal where they lead', () => {
    expect(told(counted(choice('multiple', 3), 100, [40, 60, 60])).slice(1)).toEqual([
      'The most common answers were “B” and “C” (60 per cent each).',
      'Next came “A” (40 per cent).'
    ])
    expect(told(counted(choice('single', 4), 100, [30, 30, 10, 30])).slice(1)).toEqual([
      'The most common answers were “A”, “B” and “D” (30 per cent each).',
      'Next came “C” (10 per cent).'
    ])
  })

  it('are all said where more than three lead', () => {
    expect(told(counted(choice('single', 5), 100, [20, 20, 20, 20, 20])).slice(1)).toEqual([
      'Respondents gave “A”, “B” and “C” as often as any other answer (20 per cent each).',
      'The share was the same (20 per cent) for “D” and “E”.'
    ])
  })

  it('have a sentence of their own where they follow', () => {
    expect(told(counted(choice('multiple', 7), 100, [90, 50, 40, 40, 30, 20, 20])).slice(1)).toEqual([
      'Nearly all respondents (90 per cent) chose “A”.',
      'Next came “B” (50 per cent).',
      'After these, with equal shares, came “C” and “D” (40 per cent each).',
      'After these came “E” (30 per cent).',
      'After these, with equal shares, came “F” and “G” (20 per cent each).'
    ])
    expect(told(counted(choice('multiple', 5), 100, [90, 50, 50, 50, 50])).slice(2)).toEqual([
      'Next, with equal shares, came “B”, “C” and “D” (50 per cent each).',
      'The share was the same (50 per cent) for “E”.'
    ])
  })

  it('are named together or not at all when seven answers have been named', () => {
    expect(told(counted(choice('multiple', 8), 100, [90, 80, 70, 60, 50, 40, 30, 30])).slice(3)).toEqual([
      'After these came “E” (50 per cent) and “F” (40 per cent).'
    ])
  })
})

describe('each kind of question', () => {
  const ranking: ClosedQuestion = {
    kind: 'ranking',
    id: 'q',
    text: words('Why?'),
    options: optionsOf(4),
    upTo: 3
  }

  it('with several answers says that several were possible', () => {
    expect(told(counted(choice('multiple', 2), 100, [90, 50]))[0]).toBe(
      'The question “Why?”, to which several answers were possible, was answered by 100 respondents.'
    )
  })

  it('that ranks counts what is among the first places', () => {
    expect(told(counted(ranking, 100, [80, 70, 60, 50]))).toEqual([
      'The question “Why?”, which asked respondents to rank answers, was answered by 100 respondents.',
      'A large majority of respondents (80 per cent) named “A” among their first three choices.',
      'Next came “B” (70 per cent), “C” (60 per cent) and “D” (50 per cent).',
      'As first choice, “A” was named most often (80 per cent).'
    ])
    expect(told(counted({ ...ranking, upTo: 1 }, 100, [60, 40]))[1]).toBe(
      'Most respondents (60 per cent) named “A” as their first choice.'
    )
    expect(told(counted(ranking, 100, [80, 80]))[1]).toBe(
      'The answers most often named among their first three choices were “A” and “B” (80 per cent each).'
    )
  })

  it('that ranks says no first choice where two are equal', () => {
    const shared = told(counted(ranking, 100, [50, 50, 60]))
    expect(shared.filter(text => text.startsWith('As first choice'))).toEqual([])
  })

  it('about a scale of four points or more says the two highest together, of three not', () => {
    expect(told(counted(choice('scale', 5), 100, [10, 10, 20, 38, 22])).at(-1)).toBe(
      'Taken together, “D” and “E” were the answer of 60 per cent of respondents.'
    )
    const downwards: ClosedQuestion = {
      kind: 'scale',
      id: 'q',
      text: words('Why?'),
      options: optionsOf(5),
      top: 'first'
    }
    expect(told(counted(downwards, 100, [10, 10, 20, 38, 22])).at(-1)).toBe(
      'Taken together, “A” and “B” were the answer of 20 per cent of respondents.'
    )
    expect(told(counted(choice('scale', 3), 100, [20, 40, 40])).join()).not.toContain('Taken together')
  })

  it('that takes a number quotes its bands with the unit', () => {
    const hours: Question = { kind: 'number', id: 'q', text: words('How long?'), minimum: 0, maximum: 24 }
    const rows = (id: string) =>
      [
        [60, { [id]: { state: 'answered', number: 3 } }],
        [40, { [id]: { state: 'answered', number: 7 } }]
      ] as const
    expect(told(asked([{ ...hours, unit: words('hours') }], rows('q'))).slice(1)).toEqual([
      'Most respondents (60 per cent) answered “0–4 hours”.',
      'Next came “5–9 hours” (40 per cent).'
    ])
    expect(told(asked([hours], rows('q')))[1]).toBe('Most respondents (60 per cent) answered “0–4”.')
  })

  it('about the respondents tells who answered, without a quantifier', () => {
    const gender = { ...choice('single', 4), profile: 'gender' } as const
    expect(told(counted(gender, 100, [30, 35, 15, 20]))).toEqual([
      'The question “Why?” was answered by 100 respondents.',
      'Among respondents who gave their gender, the largest groups were “B” (35 per cent), “A” (30 per cent) and “D” (20 per cent).',
      'Next came “C” (15 per cent).'
    ])
  })

  it('about the respondents names no group as one of the largest without another that is as large', () => {
    const age = { ...choice('single', 5), profile: 'age_band' } as const
    expect(told(counted(age, 100, [40, 15, 15, 15, 15])).slice(1)).toEqual([
      'Among respondents who gave their age, the largest group was “A” (40 per cent).',
      'Next, with equal shares, came “B”, “C” and “D” (15 per cent each).',
      'The share was the same (15 per cent) for “E”.'
    ])
    expect(told(counted(age, 100, [20, 20, 20, 20, 20])).slice(1)).toEqual([
      'Among respondents who answered this question, no group was larger than “A”, “B” and “C” (20 per cent each).',
      'The share was the same (20 per cent) for “D” and “E”.'
    ])
    expect(told(counted(age, 200, [120, 62, 18])).slice(1)).toEqual([
      'Among respondents who gave their age, the largest groups were “A” (60 per cent) and “B” (31 per cent).'
    ])
  })
})

describe('those who did not know or preferred not to say', () => {
  it('are counted where they are five per cent of them and the base together', () => {
    expect(told(counted(choice('single', 1), 190, [190], { dk: 10, pns: 11 })).slice(2)).toEqual([
      'A further 10 respondents did not know.',
      'A further 11 respondents preferred not to say.'
    ])
  })

  it('are not mentioned where they are fewer', () => {
    expect(told(counted(choice('single', 1), 191, [191], { dk: 10 }))).toHaveLength(2)
  })

  it('are not mentioned where their number is hidden, nor those who skipped', () => {
    expect(told(counted(choice('single', 1), 100, [100], { dk: 9, skipped: 90 }))).toHaveLength(2)
  })
})
