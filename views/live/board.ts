import {
  alwaysWaiting,
  assertProtectedLive,
  liveQuestionsOf,
  nextThreshold,
  type LiveRelease,
  type LiveRule
} from '#analytics'
import { formatDate, formatNumber, isolated, translator, type Language } from '#locales'
import { wordsFor, type Questionnaire, type Status } from '#surveys'
import { addresses } from '../addresses.ts'
import { frameOf, type Frame } from '../frame.ts'
import { meetingLine, type ConsultationFacts } from '../respond/consultation.ts'
import type { BoardData } from './contract.ts'
import { boardFigure, type BoardFigure } from './figure.ts'

export type BoardPage = Frame & {
  /** Changes with what the page tells, and with nothing else: the script compares it. */
  readonly stamp: string
  readonly meeting: string | null
  readonly heading: string
  /** From how many answers, and when there are new ones; empty before the first release. */
  readonly made: readonly string[]
  readonly notice: BoardNotice | null
  readonly part: BoardPart | null
  readonly figures: readonly BoardFigure[]
  readonly limits: readonly string[]
  /** Keys whose names are the same in every language, and what they do. */
  readonly keys: readonly { readonly key: string; readonly does: string }[]
  /** This page, for whoever has no script that looks for a newer one. */
  readonly refresh: string
}

/** What is so while there is nothing to see yet, or nothing more to come. */
export type BoardNotice = {
  readonly title: string
  readonly text: string
  readonly link: { readonly href: string; readonly text: string } | null
}

/** How to take part. */
export type BoardPart = {
  readonly href: string
  readonly access: Access
  /** What somebody needs who wants to answer; null where nobody needs anything. */
  readonly needs: string | null
  readonly until: string
}

type Access = 'open' | 'cards' | 'room'

export type BoardInput = {
  readonly language: Language
  readonly consultation: ConsultationFacts
  readonly questionnaire: Questionnaire
  readonly status: Exclude<Status, 'draft'>
  readonly access: Access
  readonly rule: LiveRule
  /** The latest live release; null before the first. */
  readonly release: LiveRelease | null
  /** Whether the final release is there. */
  readonly isFinal: boolean
}

/** The board of a meeting room, and the same on phones: from one live release, and the status, alone. */
export function boardPage(input: BoardInput): BoardPage {
  const { language, consultation, questionnaire, status, release, isFinal } = input
  const { slug } = consultation
  const t = translator(language)
  const heading = wordsFor(questionnaire.title, language, 'standard')
  return {
    ...frameOf({
      language,
      title: t('live:title', { title: isolated(heading) }),
      path: other => addresses.live(other, slug),
      languages: consultation.languages,
      slug,
      style: 'live',
      script: 'live',
      data: boardData(input),
      demonstration: consultation.demonstration
    }),
    stamp: `${status} ${release?.number ?? 0}${isFinal ? ' final' : ''}`,
    meeting: meetingLine(consultation, language),
    heading,
    made: madeOf(input),
    notice: noticeOf(input),
    part: partOf(input),
    figures: release === null ? [] : figuresOf(release, language),
    limits: [t('results:limits'), t('results:noise'), t('live:roundedNote')],
    keys: [
      { key: 'Home', does: t('live:keys.first') },
      { key: 'End', does: t('live:keys.last') },
      { key: 'F', does: t('live:keys.full') },
      { key: 'C', does: t('live:keys.contrast') },
      { key: '?', does: t('live:keys.list') }
    ],
    refresh: addresses.live(language, slug)
  }
}

function figuresOf({ version, tables, policy }: LiveRelease, language: Language): BoardFigure[] {
  const questions = new Map(liveQuestionsOf(version.questionnaire).map(each => [each.id, each]))
  return tables.map((table, index) => {
    assertProtectedLive(table)
    const question = questions.get(table.question)
    if (question === undefined) throw new RangeError(`no live question ${table.question}`)
    return boardFigure({
      number: index + 1,
      of: tables.length,
      question,
      table,
      percentFrom: policy.percentFrom,
      language
    })
  })
}

function madeOf({ language, status, release, rule }: BoardInput): string[] {
  if (release === null) return []
  const t = translator(language)
  const count = release.responses
  const made = t('chrome:home.responses', { count, number: formatNumber(count, language) })
  const next = t('live:next', { number: formatNumber(arrivedForNext(count, rule), language) })
  return status === 'open' ? [made, next] : [made]
}

/** How many must have come for the release after one of so many: those that it is made from, and ten who go on waiting. */
function arrivedForNext(responses: number, { first }: LiveRule): number {
  return nextThreshold(responses, first) + alwaysWaiting
}

function noticeOf(input: BoardInput): BoardNotice | null {
  const { language, consultation, status, release, rule, isFinal } = input
  const t = translator(language)
  const titled = (state: string, text: string): BoardNotice => ({
    title: t(`live:${state}.title`),
    text,
    link: null
  })
  if (status === 'closed') {
    const href = addresses.results(language, consultation.slug)
    return {
      ...titled('closed', t(isFinal ? 'live:closed.final' : 'live:closed.text')),
      link: { href, text: t(isFinal ? 'live:closed.link' : 'live:closed.later') }
    }
  }
  if (status === 'scheduled')
    return titled(
      'scheduled',
      t('live:scheduled.text', { date: isolated(formatDate(consultation.opensOn, language)) })
    )
  if (status === 'paused') return titled('paused', t('live:paused.text'))
  if (release !== null) return null
  return titled(
    'waiting',
    t('live:waiting.text', { number: formatNumber(arrivedForNext(0, rule), language) })
  )
}

function partOf({ language, consultation, status, access }: BoardInput): BoardPart | null {
  if (status !== 'open') return null
  const t = translator(language)
  return {
    href: addresses.landing(language, consultation.slug),
    access,
    needs: access === 'open' ? null : t(`entry:${access}.title`),
    until: t('chrome:home.openUntil', { date: isolated(formatDate(consultation.closesOn, language)) })
  }
}

function boardData({ language, consultation }: BoardInput): BoardData {
  const { slug } = consultation
  const t = translator(language)
  return {
    slug,
    events: addresses.liveEvents(slug),
    room: addresses.roomNow(language),
    arrived: t('live:arrived'),
    pause: t('live:controls.pause'),
    play: t('live:controls.play')
  }
}
