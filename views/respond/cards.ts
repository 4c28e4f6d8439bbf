import { formatDate, formatNumber, isolated, translator, type Language } from '#locales'
import { editionFor, wordsFor, type AgeBand, type Questionnaire } from '#surveys'
import { addresses } from '../addresses.ts'
import { frameOf, privacyAddress, type Frame } from '../frame.ts'
import { noMedia, signView, type Media, type SignView } from '../media.ts'
import { meetingLine, type ConsultationFacts } from './consultation.ts'
import { entryData, entryView, type Entry, type EntryView } from './entry.ts'
import { extentOf } from './extent.ts'

export type CardsPage = Frame & {
  readonly sign: SignView | null
  readonly entry: EntryView | null
  readonly cards: readonly InformationCard[]
  readonly start: string
  readonly decline: string
}
/** One thing to know before one takes part. */
export type InformationCard = {
  readonly number: string
  readonly title: string
  readonly paragraphs: readonly string[]
  /** Short ones, side by side. */
  readonly facts: readonly string[]
  /** Where more is to be read about it. */
  readonly more: { readonly href: string; readonly text: string } | null
}

export type CardsInput = {
  readonly language: Language
  readonly consultation: ConsultationFacts
  readonly questionnaire: Questionnaire
  readonly band: AgeBand
  readonly entry?: Entry | null
  readonly media?: Media
  /** Whether a safeguarding lead reads texts that hold signs of harm before the close. */
  readonly leadReads?: boolean
}

/** Five cards with all there is to know, and two ways on that are alike: to take part, or not. */
export function cardsPage(input: CardsInput): CardsPage {
  const { language, consultation, band, entry = null, media = noMedia } = input
  const { slug, languages, demonstration } = consultation
  const edition = editionFor(band)
  return {
    ...frameOf({
      language,
      edition,
      title: translator(language, edition)('respond:cards.title'),
      path: other => addresses.cards(other, slug, band),
      slug,
      languages,
      leave: true,
      script: entry === null ? 'cards' : 'entry',
      data: entry && entryData(entry, slug, language, edition),
      demonstration
    }),
    sign: signView(media, 'cards', language),
    entry: entryView(entry, language, edition),
    cards: cardsOf(input),
    start: addresses.questionnaire(language, slug, band),
    decline: addresses.declined(language, slug, edition)
  }
}

function cardsOf({
  language,
  consultation,
  questionnaire,
  band,
  leadReads = false
}: CardsInput): InformationCard[] {
  const edition = editionFor(band)
  const t = translator(language, edition)
  const { questions, minutes } = extentOf(questionnaire, [band])
  const meeting = meetingLine(consultation, language)
  const closes = isolated(formatDate(consultation.closesOn, language))
  const privacy = privacyAddress(language, edition, consultation.slug)
  const counted = (key: string, count: number) => t(key, { count, number: formatNumber(count, language) })
  return [
    {
      title: t('respond:cards.whoTitle'),
      paragraphs: [
        t('respond:cards.who'),
        meeting === null
          ? t('respond:cards.whoNoMeeting')
          : t('respond:cards.whoMeeting', { meeting: isolated(meeting) })
      ],
      more: { href: addresses.about(language), text: t('respond:cards.whoMore') }
    },
    {
      title: t('respond:cards.whatTitle'),
      paragraphs: [
        t('respond:cards.what', { title: isolated(wordsFor(questionnaire.title, language, edition)) }),
        t('respond:cards.whatHard')
      ],
      facts: [counted('respond:landing.questions', questions), counted('respond:landing.minutes', minutes)],
      more: null
    },
    {
      title: t('respond:cards.choiceTitle'),
      paragraphs: [t('respond:cards.choice1'), t('respond:cards.choice2'), t('respond:cards.choice3')],
      more: null
    },
    {
      title: t('respond:cards.privateTitle'),
      paragraphs: [
        t('respond:cards.private1'),
        t('respond:cards.private2', { date: closes }),
        ...(leadReads ? [t('ownWords:leadReads')] : []),
        t('respond:cards.private3')
      ],
      more: { href: privacy, text: t('respond:cards.privateMore') }
    },
    {
      title: t('respond:cards.helpTitle'),
      paragraphs: [t('respond:cards.help1'), t('respond:cards.help2')],
      more: { href: addresses.help(language), text: t('respond:cards.helpMore') }
    }
  ].map((card, index) => ({ facts: [], ...card, number: formatNumber(index + 1, language) }))
}
