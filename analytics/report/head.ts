import { factsOf, formatDate, formatDateRange, isolated, translator, type Language } from '#locales'
import type { Release } from '../release.ts'
import type { ReportHead } from './document.ts'
import type { FormWords } from './form-words.ts'

export type HeadInput = {
  readonly release: Release
  readonly language: Language
  readonly words: FormWords
  /** As the secretariat gave it, without the language's letter; a placeholder stands in for it. */
  readonly documentNumber: string | undefined
  readonly original: Language
}

/** The head of a Council document. */
export function headOf({ release, language, words, documentNumber, original }: HeadInput): ReportHead {
  const t = translator(language)
  const { meeting } = release.consultation
  const number = `${documentNumber ?? placeholderOf(release)}-${factsOf(language).letter}`
  return {
    body: words.body,
    meeting: words.meeting,
    placeAndDates:
      meeting === null
        ? ''
        : t('report:head.placeAndDates', {
            place: isolated(words.place),
            dates: isolated(formatDateRange(meeting.startsOn, meeting.endsOn, language))
          }),
    document: t('report:head.document', { number: isolated(number) }),
    running: number,
    date: formatDate(release.releasedOn, language),
    original: t('report:head.original', { language: t(`report:languageName.${original}`) }),
    source: words.source
  }
}

/** Where the secretariat writes the number: `CWG-COP-24/__`. */
function placeholderOf({ consultation: { meeting } }: Release): string {
  return meeting === null ? 'C__/__' : `${meeting.body}-${meeting.number}/__`
}
