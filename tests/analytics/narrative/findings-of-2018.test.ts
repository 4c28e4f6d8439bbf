import { describe, expect, it } from 'vitest'
import { narrate, type Sentence } from '#analytics'
import { languages } from '#locales'
import {
  answerText,
  isClosed,
  questionsOf,
  readAnswers,
  readyQuestionnaire,
  shapesOf,
  type Answers,
  type Given
} from '#surveys'
import { madeRelease, withNoise } from '../../support/made-release.ts'

const questionnaire = readyQuestionnaire('digital-literacy')
const respondents = 1240

/**
 * Shares in per cent that say today what the consultation of January 2018 found: trends, challenges, obstacles, the
 * view of strategies, and seven recommendations.
 */
const shares: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  trends: { social_media: 78, connected_things: 61, ai: 34, games: 27, videos: 22, learning: 12 },
  challenges: { unfair_access: 71, divide: 58, risks: 49, false_news: 24, too_long: 17, data: 12 },
  obstacles: { teachers: 64, school_devices: 52, home_devices: 41, connection: 29, language: 14, nobody: 9 },
  strategies: { not_well: 63, partly: 28, well: 9 },
  recommendations: {
    together: 62,
    infrastructure: 55,
    affordable: 48,
    framework: 40,
    policy: 33,
    girls: 26,
    own_future: 19
  },
  age_band: { '13_15': 38, '16_17': 34, '18_24': 28 },
  gender: { female: 52, male: 45, another: 3 }
}

/** What the paragraph of 2018 named, in its order. */
const findings: readonly (readonly [question: string, codes: readonly string[]])[] = [
  ['trends', ['social_media', 'connected_things']],
  ['challenges', ['unfair_access', 'divide', 'risks']],
  ['obstacles', ['teachers', 'school_devices', 'home_devices']],
  ['strategies', ['not_well']],
  [
    'recommendations',
    ['together', 'infrastructure', 'affordable', 'framework', 'policy', 'girls', 'own_future']
  ]
]

const release = madeRelease({
  questionnaire,
  breakdowns: ['age_band', 'gender'],
  answers: shapedAnswers(),
  prf: withNoise
})

describe.each(languages)('the seven findings of 2018 can be written in %s', language => {
  const { paragraphs } = narrate(release, language)

  it.each(findings)('about %s', (question, codes) => {
    const sentences = paragraphs.get(question) ?? []
    expect(named(sentences).slice(0, codes.length)).toEqual(codes)
    expect(sentences[1]?.text).toContain(answer(question, codes[0] ?? ''))
  })

  it('as one paragraph, in their order', () => {
    const text = findings
      .flatMap(([question]) => paragraphs.get(question) ?? [])
      .map(sentence => sentence.text)
      .join(' ')
    let from = 0
    for (const [question, codes] of findings) {
      for (const code of codes) {
        const place = text.indexOf(`\u2068${answer(question, code)}\u2069`, from)
        expect(place, `${question} ${code}`).toBeGreaterThanOrEqual(from)
        from = place
      }
    }
  })

  it('with most respondents thinking that strategies do not support them well', () => {
    expect(paragraphs.get('strategies')?.[1]?.key).toBe('narrative:lead.choice.most')
  })

  function answer(question: string, code: string): string {
    const asked = questionsOf(questionnaire)
      .filter(isClosed)
      .find(({ id }) => id === question)
    return asked === undefined ? '' : answerText(asked, code, language)
  }
})

it('reads in English as a chair would say it', () => {
  const text = (narrate(release, 'en').paragraphs.get('recommendations') ?? [])
    .map(sentence => sentence.text.replace(/[\u2068\u2069]/g, '').replace(/\d+/g, 'N'))
    .join(' ')
  expect(text).toBe(
    'The question “What should countries do now?”, to which several answers were possible, was answered by N,N respondents. ' +
      'Most respondents (N per cent) chose “Work on it together: governments, schools, companies and young people”. ' +
      'Next came “Bring fast internet to every place” (N per cent), “Make devices and internet cheap enough for everyone” (N per cent) and “Agree on what every child should learn” (N per cent). ' +
      'After these came “Make better rules and check that they are kept” (N per cent), “Do more for girls and young women” (N per cent) and “Ask young people what their digital future should be” (N per cent).'
  )
})

/** Codes of the answers, in the order in which sentences name them. */
function named(sentences: readonly Sentence[]): readonly (string | null)[] {
  return sentences.flatMap(({ says }) =>
    says.filter(({ what, by }) => what === 'share' && by.length === 0).map(({ code }) => code)
  )
}

function shapedAnswers(): readonly Answers[] {
  const shapes = shapesOf(questionnaire)
  const dealt = new Map(Object.entries(shares).map(([question, wanted]) => [question, deal(wanted)]))
  return Array.from({ length: respondents }, (_, index) => {
    const given: Given = new Map([...dealt].map(([question, hands]) => [question, hands[index] ?? []]))
    const read = readAnswers(shapes, given)
    if (!read.ok) throw new RangeError(`shaped what cannot be answered: ${read.problems[0]?.code}`)
    return read.value
  })
}

/** Each answer dealt to its share of respondents, one after the other, so that nobody gets many more than others. */
function deal(wanted: Readonly<Record<string, number>>): readonly (readonly string[])[] {
  const hands: string[][] = Array.from({ length: respondents }, () => [])
  let at = 0
  for (const [code, percent] of Object.entries(wanted)) {
    for (let left = Math.round((respondents * percent) / 100); left > 0; left--) {
      hands[at++ % respondents]?.push(code)
    }
  }
  return hands
}
