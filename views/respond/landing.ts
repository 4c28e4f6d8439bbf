import { formatDate, formatNumber, isolated, translator, type Language } from '#locales'
import { wordsFor, type AgeBand, type Questionnaire } from '#surveys'
import { addresses } from '../addresses.ts'
import { frameOf, type Frame } from '../frame.ts'
import { noMedia, signView, type Media, type SignView } from '../media.ts'
import { paragraphsOf } from '../paragraphs.ts'
import { ageLimits, bandText } from './bands.ts'
import { meetingLine, type ConsultationFacts } from './consultation.ts'
import { entryData, entryView, type Entry, type EntryView } from './entry.ts'
import { extentOf } from './extent.ts'

export type LandingPage = Frame & {
  readonly meeting: string | null
  /** Here, until the script knows where an own phone's answers wait. */
  readonly start: string
  readonly heading: string
  readonly introduction: readonly string[]
  readonly facts: readonly string[]
  readonly sign: SignView | null
  readonly entry: EntryView | null
  readonly bands: readonly { readonly href: string; readonly text: string }[]
  readonly otherAges: readonly { readonly href: string; readonly text: string }[]
}

type LandingInput = {
  readonly language: Language
  readonly consultation: ConsultationFacts
  readonly questionnaire: Questionnaire
  readonly bands: readonly AgeBand[]
  readonly entry?: Entry | null
  readonly media?: Media
}

/** Where someone decides to take part: what it is about, what is promised, and one thing to choose, the age. */
export function landingPage(input: LandingInput): LandingPage {
  const { language, consultation, questionnaire, bands, entry = null, media = noMedia } = input
  const t = translator(language)
  const { slug } = consultation
  const limits = ageLimits(bands)
  const link = (band: string, text: string) => ({
    href: addresses.cards(language, slug, band),
    text
  })
  return {
    ...frameOf({
      language,
      title: t('respond:landing.title'),
      path: other => addresses.landing(other, slug),
      slug,
      languages: consultation.languages,
      leave: true,
      script: entry === null ? 'cards' : 'entry',
      data: entry && entryData(entry, slug, language, 'standard'),
      demonstration: consultation.demonstration
    }),
    meeting: meetingLine(consultation, language),
    start: addresses.landing(language, slug),
    heading: wordsFor(questionnaire.title, language, 'standard'),
    introduction:
      questionnaire.introduction === undefined
        ? []
        : paragraphsOf(wordsFor(questionnaire.introduction, language, 'standard')),
    facts: factsOfForm(input),
    sign: signView(media, 'landing', language),
    entry: entryView(entry, language, 'standard'),
    bands: bands.filter(isAge).map(band => link(band, bandText(band, language))),
    otherAges: [
      ...bands.filter(band => !isAge(band)).map(band => link(band, bandText(band, language))),
      ...(limits === null
        ? []
        : [
            link('under', t('respond:band.under', { age: formatNumber(limits.youngest, language) })),
            link('over', t('respond:band.over', { age: formatNumber(limits.oldest, language) }))
          ])
    ]
  }
}

function factsOfForm({ language, consultation, questionnaire, bands }: LandingInput): string[] {
  const t = translator(language)
  const { questions, minutes } = extentOf(questionnaire, bands)
  return [
    t('respond:landing.questions', { count: questions, number: formatNumber(questions, language) }),
    t('respond:landing.minutes', { count: minutes, number: formatNumber(minutes, language) }),
    t('respond:landing.until', { date: isolated(formatDate(consultation.closesOn, language)) })
  ]
}

function isAge(band: AgeBand): boolean {
  return band !== 'pns'
}
