import fc from 'fast-check'
import type { Release } from '#analytics'
import { languages } from '#locales'
import {
  isClosed,
  profileCodes,
  type Answer,
  type Answers,
  type ClosedQuestion,
  type ProfileName,
  type Question,
  type Wording
} from '#surveys'
import { chanceOf } from '../analytics/disclosure/people.ts'
import { madeRelease, withNoise, withoutNoise } from './made-release.ts'

type Chance = () => number

/** Releases of small questionnaires with uneven answers of 60 to 2 000 people: every kind, every state, ties, gaps. */
export const randomReleases: fc.Arbitrary<Release> = fc
  .record({
    kinds: fc.array(fc.constantFrom('single', 'scale', 'multiple', 'ranking', 'number', 'long_text'), {
      minLength: 1,
      maxLength: 3
    }),
    profiles: fc.uniqueArray(
      fc.constantFrom('age_band', 'gender', 'region', 'setting', 'disability', 'country'),
      { maxLength: 2 }
    ),
    count: fc.oneof(fc.integer({ min: 60, max: 300 }), fc.integer({ min: 300, max: 2000 })),
    seed: fc.nat()
  })
  .map(({ kinds, profiles, count, seed }) => drawn(kinds, profiles, count, chanceOf(seed)))

function drawn(
  kinds: readonly Question['kind'][],
  profiles: readonly ProfileName[],
  count: number,
  chance: Chance
): Release {
  const asked = kinds.map((kind, index) => questionOf(kind, `q${index}`, chance))
  const about = profiles.map(profile => background(profile, chance))
  const questions = [...asked, ...about]
  const closed = questions.filter(isClosed)
  const splits = closed.filter(({ kind }) => kind === 'single').reverse()
  const draws = [...splits, ...closed.filter(question => !splits.includes(question))].map(question => ({
    question,
    draw: answering(question, chance)
  }))
  const answers = Array.from({ length: count }, (): Answers => {
    // The first breakdown is drawn first, so that the groups of it can answer the rest differently.
    let group = ''
    return new Map(
      draws.map(({ question, draw }) => {
        const answer = draw(group)
        if (question === splits[0] && 'codes' in answer) group = answer.codes[0] ?? ''
        return [question.id, answer]
      })
    )
  })
  return madeRelease({
    questionnaire: { title: wording('Title', chance), sections: [{ id: 'all', items: questions }] },
    breakdowns: splits.slice(0, Math.ceil(2.5 * chance() - 0.5)).map(({ id }) => id),
    answers,
    // Noise hides most ties, and most releases have it.
    prf: chance() < 0.7 ? withNoise : withoutNoise,
    written: new Map(
      asked.flatMap(({ id }) => (chance() < 0.8 ? [[id, Math.floor(count * chance())] as const] : []))
    )
  })
}

function questionOf(kind: Question['kind'], id: string, chance: Chance): Question {
  const text = wording('Question', chance)
  const sensitive = chance() < 0.1 && { sensitive: true as const }
  const ways = { ...(chance() < 0.2 && { dontKnow: false as const }) }
  switch (kind) {
    case 'short_text':
    case 'long_text':
      return { kind, id, text }
    case 'number': {
      const minimum = Math.floor(3 * chance())
      const unit = chance() < 0.5 && { unit: wording('hours', chance) }
      return { kind, id, text, ...ways, minimum, maximum: minimum + Math.floor(40 * chance()), ...unit }
    }
    case 'ranking': {
      const options = optionsOf(2 + Math.floor(16 * chance() ** 2), chance)
      return {
        kind,
        id,
        text,
        ...ways,
        options,
        upTo: 1 + Math.floor(Math.min(6, options.length) * chance())
      }
    }
    case 'multiple':
      return {
        kind,
        id,
        text,
        ...ways,
        ...sensitive,
        options: optionsOf(2 + Math.floor(11 * chance()), chance)
      }
    case 'single':
    case 'scale':
      return {
        kind,
        id,
        text,
        ...ways,
        ...sensitive,
        options: optionsOf(2 + Math.floor(14 * chance() ** 2), chance)
      }
  }
}

function background(profile: ProfileName, chance: Chance): ClosedQuestion {
  const options = profileCodes[profile].slice(0, 6).map(code => ({ code, text: wording(code, chance) }))
  return { kind: 'single', id: profile, profile, text: wording(profile, chance), options }
}

function optionsOf(count: number, chance: Chance): { code: string; text: Wording }[] {
  return Array.from({ length: count }, (_, index) => ({
    code: `o${index}`,
    text: wording(`Option ${index}`, chance)
  }))
}

/** Texts that would spoil a sentence if they were not quoted: figures, claims, quotation marks, other directions. */
function wording(plain: string, chance: Chance): Wording {
  const texts = [
    plain,
    '5 things of 12',
    '62 % did',
    'It is “quoted” already.',
    'A significant, representative difference',
    'All',
    'None',
    '{{count}} of {{nothing}}',
    '$t(narrative:percent)',
    'نص عربي (12)'
  ]
  const text = texts[Math.floor(texts.length * chance() ** 2)] ?? plain
  return { standard: Object.fromEntries(languages.map(language => [language, text])) }
}

/** Some questions are answered alike by nearly everybody, some evenly, some hardly at all; some differ by group. */
function answering(question: ClosedQuestion, chance: Chance): (group: string) => Answer {
  const missing = chance() ** 3
  const states = (['dk', 'pns', 'skipped'] as const).filter(
    state => !(state === 'dk' && question.dontKnow === false)
  )
  const answer = chance() < 0.2 ? dealt(question) : given(question, chance)
  const other = chance() < 0.5 ? answer : given(question, chance)
  return group => {
    if (chance() < missing) return { state: states[Math.floor(states.length * chance())] ?? 'skipped' }
    return ['', 'o0', 'female', '13_15', 'africa', 'yes', 'city', 'ad'].includes(group) ? other() : answer()
  }
}

/** One answer after the other, again and again: as many of each. */
function dealt(question: ClosedQuestion): () => Answer {
  let turn = 0
  return () => {
    turn += 1
    if (question.kind === 'number') {
      const { minimum, maximum } = question
      return { state: 'answered', number: minimum + (turn % (maximum - minimum + 1)) }
    }
    return { state: 'answered', codes: [question.options[turn % question.options.length]?.code ?? ''] }
  }
}

function given(question: ClosedQuestion, chance: Chance): () => Answer {
  const lean = 0.2 + 4 * chance() ** 2
  if (question.kind === 'number') {
    const { minimum, maximum } = question
    const values = maximum - minimum + 1
    return () => ({ state: 'answered', number: minimum + Math.floor(values * chance() ** lean) })
  }
  const codes = question.options.map(({ code }) => code)
  const one = () => codes[Math.floor(codes.length * chance() ** lean)] ?? ''
  if (question.kind === 'single' || question.kind === 'scale')
    return () => ({ state: 'answered', codes: [one()] })
  const most = question.kind === 'ranking' ? question.upTo : codes.length
  const scale = chance()
  const likely = codes.map(() => (chance() < 0.1 ? 0.995 : scale * chance()))
  return () => {
    const liked = codes.filter((_, index) => chance() < (likely[index] ?? 0)).slice(0, most)
    return { state: 'answered', codes: liked.length === 0 ? [one()] : liked }
  }
}
