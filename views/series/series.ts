import {
  comparedFrom,
  pointsInProse,
  trendsOf,
  waveParts,
  type Comparability,
  type Trend,
  type Wave
} from '#analytics'
import { formatNumber, isolated, translator, type Language } from '#locales'
import { wordsFor } from '#surveys'
import { addresses } from '../addresses.ts'
import { frameOf, type Frame } from '../frame.ts'
import { meetingLine } from '../respond/consultation.ts'
import type { ComparedView } from './compared.ts'
import { marksOverTime } from './marks.ts'
import { trendView } from './trend.ts'

export type SeriesPage = Frame & {
  readonly heading: string
  readonly where: string
  readonly limits: readonly string[]
  readonly marks: readonly { readonly mark: string; readonly meaning: string }[]
  readonly csv: string
  readonly waves: readonly WaveView[]
  /** Background questions: who answered. */
  readonly who: readonly ComparedView[]
  /** Questions that were asked in more than one wave. */
  readonly figures: readonly ComparedView[]
  readonly once: readonly string[]
  readonly method: readonly string[]
}

type WaveView = {
  readonly label: string
  readonly meeting: string | null
  readonly respondents: string
  readonly href: string
  readonly link: string
}

export type SeriesInput = {
  /** Short name of the series. */
  readonly name: string
  /** In the order of time; at least one. */
  readonly waves: readonly Wave[]
  readonly words: readonly Comparability[]
  readonly language: Language
}

/** The languages that all waves of a series have: in others some question has no words. */
export function seriesLanguages(waves: readonly Wave[]): readonly Language[] {
  const [first, ...others] = waves.map(({ release }) => release.consultation.languages)
  return (first ?? []).filter(language => others.every(spoken => spoken.includes(language)))
}

/** The waves of a series beside each other, from their releases alone. @throws RangeError for an unprotected table */
export function seriesPage({ name, waves, words, language }: SeriesInput): SeriesPage {
  const t = translator(language)
  const last = waves.at(-1)?.release
  if (last === undefined) throw new RangeError('a series has at least one wave')
  const where = wordsFor(last.version.questionnaire.title, language, 'standard')
  const trends = trendsOf(waves, words)
  const [who, asked] = [trends.filter(isAboutPeople), trends.filter(trend => !isAboutPeople(trend))]
  const shared = { waves, language }
  return {
    ...frameOf({
      language,
      title: t('series:title', { title: isolated(where) }),
      path: other => addresses.series(other, name),
      languages: seriesLanguages(waves),
      style: 'series',
      demonstration: waves.some(({ release }) => release.consultation.demonstration)
    }),
    heading: t('series:heading'),
    where,
    limits: [t('results:limits'), t('series:limits'), t('results:noise')],
    marks: marksOverTime(language),
    csv: addresses.seriesData(language, name),
    waves: waves.map((_, at) => waveView(waves, at, language)),
    who: who.map((trend, at) => trendView({ id: `who${at + 1}`, trend, ...shared })),
    figures: asked
      .filter(({ points }) => points.length > 1)
      .map((trend, at) => trendView({ id: `f${at + 1}`, trend, ...shared })),
    once: asked.filter(({ points }) => points.length === 1).map(trend => onceLine(trend, waves, language)),
    method: methodLines(language)
  }
}

function isAboutPeople({ question }: Trend): boolean {
  return question.profile !== undefined
}

function waveView(waves: readonly Wave[], at: number, language: Language): WaveView {
  const t = translator(language)
  const release = waves[at]?.release
  if (release === undefined) throw new RangeError(`there is no wave ${at}`)
  const { consultation, number, responses } = release
  const parts = waveParts(waves, at, language)
  return {
    label: t('series:waves.wave', parts),
    meeting: meetingLine(consultation, language),
    respondents: t('series:waves.respondents', {
      count: responses,
      number: formatNumber(responses, language)
    }),
    href: addresses.release(language, consultation.slug, number),
    link: t('series:waves.results', { number: parts.number })
  }
}

function onceLine({ question, points }: Trend, waves: readonly Wave[], language: Language): string {
  return translator(language)('series:once.in', {
    question: isolated(wordsFor(question.text, language, 'standard')),
    number: waveParts(waves, points[0]?.wave ?? 0, language).number
  })
}

function methodLines(language: Language): readonly string[] {
  const t = translator(language)
  const points = pointsInProse(comparedFrom.points, language)
  const number = formatNumber(comparedFrom.base, language)
  return [
    t('series:method.published'),
    t('series:method.same'),
    t('series:method.difference', { points, number }),
    t('series:method.noise')
  ]
}
