import { percentInProse, quotedAnswer } from './prose.ts'
import { saidShares } from './said.ts'
import { sentence, type Sentence } from './sentence.ts'
import type { Standing } from './standings.ts'
import type { Topic } from './topic.ts'

/** After the leading answers only shares from here on are mentioned, in whole per cent. */
export const mentionedFrom = 10

/** A paragraph names no further answer once that would make more than so many. */
export const mostNamed = 7

/**
 * The sentences after the leading one: at most three answers each, by share, each with its figure. Answers with the
 * same share have a sentence of their own that says so, and are named together or not at all.
 *
 * @param already how many answers have been named
 */
export function followingSentences(
  topic: Topic,
  standings: readonly Standing[],
  already: number
): readonly Sentence[] {
  return runsOf(mentioned(standings, already)).flatMap((run, index) => {
    const place = index === 0 ? 'next' : 'then'
    const [first] = run
    return first !== undefined && first.codes.length > 1
      ? tiedSentences(topic, first, place)
      : [listed(topic, run, place)]
  })
}

/** More answers with the share that the sentence before has said. */
export function sameShare(topic: Topic, standing: Standing): readonly Sentence[] {
  return inThrees(standing.codes).map(codes => alike(topic, { ...standing, codes }, same[sizeOf(codes)]))
}

const next = {
  one: 'narrative:next.one',
  two: 'narrative:next.two',
  three: 'narrative:next.three',
  tiedTwo: 'narrative:next.tiedTwo',
  tiedThree: 'narrative:next.tiedThree'
} as const
const then = {
  one: 'narrative:then.one',
  two: 'narrative:then.two',
  three: 'narrative:then.three',
  tiedTwo: 'narrative:then.tiedTwo',
  tiedThree: 'narrative:then.tiedThree'
} as const
const same = {
  one: 'narrative:same.one',
  two: 'narrative:same.two',
  three: 'narrative:same.three'
} as const
const frames = { next, then } as const

function mentioned(standings: readonly Standing[], already: number): readonly Standing[] {
  let answers = already
  const end = standings.findIndex(({ codes, percent }) => {
    answers += codes.length
    return percent < mentionedFrom || answers > mostNamed
  })
  return end === -1 ? standings : standings.slice(0, end)
}

/** Answers that have their share alone in runs of at most three; each tie by itself. */
function runsOf(standings: readonly Standing[]): readonly (readonly Standing[])[] {
  const runs: Standing[][] = []
  for (const standing of standings) {
    const run = runs.at(-1)
    const joins = run !== undefined && run.length < 3 && run.every(({ codes }) => codes.length === 1)
    if (joins && standing.codes.length === 1) run.push(standing)
    else runs.push([standing])
  }
  return runs
}

function listed(topic: Topic, run: readonly Standing[], place: 'next' | 'then'): Sentence {
  const { question, language } = topic
  const [first, second, third] = run.map(({ codes, percent, status }) => ({
    answer: quotedAnswer(question, codes[0] ?? '', language),
    percent: percentInProse(percent, status, language)
  }))
  const params = {
    first: first?.answer ?? '',
    firstPercent: first?.percent ?? '',
    second: second?.answer ?? '',
    secondPercent: second?.percent ?? '',
    third: third?.answer ?? '',
    thirdPercent: third?.percent ?? ''
  }
  const says = run.flatMap(standing => saidShares(question.id, standing))
  return sentence(language, frames[place][sizeOf(run)], params, says)
}

function tiedSentences(topic: Topic, standing: Standing, place: 'next' | 'then'): readonly Sentence[] {
  const codes = standing.codes.slice(0, 3)
  const frame = codes.length === 2 ? frames[place].tiedTwo : frames[place].tiedThree
  return [
    alike(topic, { ...standing, codes }, frame),
    ...sameShare(topic, { ...standing, codes: standing.codes.slice(3) })
  ]
}

function alike(topic: Topic, standing: Standing, frame: string): Sentence {
  const { question, language } = topic
  const { codes, percent, status } = standing
  const [first = '', second = '', third = ''] = codes.map(code => quotedAnswer(question, code, language))
  const params = { count: percent, percent: percentInProse(percent, status, language), first, second, third }
  return sentence(language, frame, params, saidShares(question.id, standing))
}

function sizeOf(named: readonly unknown[]): 'one' | 'two' | 'three' {
  return named.length === 1 ? 'one' : named.length === 2 ? 'two' : 'three'
}

function inThrees<T>(items: readonly T[]): readonly (readonly T[])[] {
  return items.length === 0 ? [] : [items.slice(0, 3), ...inThrees(items.slice(3))]
}
