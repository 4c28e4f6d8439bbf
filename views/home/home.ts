import { factsOf, formatDate, formatNumber, isolated, translator, type Language } from '#locales'
import { wordsFor, type Questionnaire } from '#surveys'
import { addresses } from '../addresses.ts'
import { frameOf, type Frame } from '../frame.ts'
import { meetingLine, type ConsultationFacts } from '../respond/consultation.ts'

/** A consultation that takes answers now. */
export type HomeConsultation = {
  readonly consultation: ConsultationFacts
  readonly questionnaire: Questionnaire
}
/** The latest release of a consultation. */
export type HomeRelease = HomeConsultation & { readonly releasedOn: string; readonly responses: number }

export type HomePage = Frame & {
  readonly open: readonly HomeCard[]
  readonly results: readonly HomeCard[]
}
export type HomeCard = {
  readonly href: string
  /** Language of the title, where the consultation is not offered in the page's own. */
  readonly tag: string
  readonly title: string
  readonly facts: readonly string[]
  /** What pressing it does, where that is more than reading. */
  readonly action: string | null
  readonly demonstration: boolean
}

/** The first page: what is open, and what came of what is closed. */
export function homePage(input: {
  readonly language: Language
  readonly open: readonly HomeConsultation[]
  readonly results: readonly HomeRelease[]
}): HomePage {
  const { language } = input
  const t = translator(language)
  return {
    ...frameOf({ language, title: t('chrome:home.title'), path: addresses.home }),
    open: input.open.map(each => openCard(each, language)),
    results: input.results.map(each => resultsCard(each, language))
  }
}

function openCard({ consultation, questionnaire }: HomeConsultation, language: Language): HomeCard {
  const shown = offered(consultation, language)
  return {
    href: addresses.landing(shown, consultation.slug),
    tag: factsOf(shown).tag,
    title: wordsFor(questionnaire.title, shown, 'standard'),
    facts: [
      ...present(meetingLine(consultation, language)),
      translator(language)('chrome:home.openUntil', {
        date: isolated(formatDate(consultation.closesOn, language))
      })
    ],
    action: translator(language)('chrome:home.takePart'),
    demonstration: consultation.demonstration
  }
}

function resultsCard(release: HomeRelease, language: Language): HomeCard {
  const { consultation, questionnaire, responses } = release
  const shown = offered(consultation, language)
  const t = translator(language)
  return {
    href: addresses.results(shown, consultation.slug),
    tag: factsOf(shown).tag,
    title: wordsFor(questionnaire.title, shown, 'standard'),
    facts: [
      ...present(meetingLine(consultation, language)),
      t('chrome:home.resultsOf', { date: isolated(formatDate(release.releasedOn, language)) }),
      t('chrome:home.responses', { count: responses, number: formatNumber(responses, language) })
    ],
    action: null,
    demonstration: consultation.demonstration
  }
}

/** The page's language where the consultation speaks it, else the first it does speak. */
function offered(consultation: ConsultationFacts, language: Language): Language {
  return consultation.languages.includes(language) ? language : (consultation.languages[0] ?? language)
}

function present(text: string | null): string[] {
  return text === null ? [] : [text]
}
