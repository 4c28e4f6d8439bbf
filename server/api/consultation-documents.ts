import { wordsFor, type Status } from '#surveys'
import { factsOf } from '../consultations/facts.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { AnyStoredRelease } from '../releases/store.ts'
import { at } from './addresses.ts'
import { summaryOf } from './release-documents.ts'
import type { Consultation } from './schemas/consultations.ts'

/** A consultation as the API shows it: facts of its opening and its latest release, nothing that counts who is sending. */
export function consultationDocument(
  consultation: OpenedConsultation,
  status: Shown,
  latest: AnyStoredRelease | undefined
): Consultation {
  const { version, access, breakdowns } = consultation
  const { slug, languages, ...facts } = factsOf(consultation)
  return {
    slug,
    title: Object.fromEntries(
      languages.map(language => [language, wordsFor(version.questionnaire.title, language, 'standard')])
    ),
    status,
    ...facts,
    languages,
    access,
    breakdowns,
    version: { number: version.number, hash: version.hash },
    latestRelease: latest === undefined ? null : summaryOf(latest),
    links: {
      self: at.consultation(slug),
      releases: at.releases(slug),
      questionnaires: languages.map(language => at.questionnaire(slug, language))
    }
  }
}

type Shown = Consultation['status']

/** Whether a consultation has begun; before that the API says nothing of it. */
export function isShown(status: Status): status is Shown {
  return status !== 'draft' && status !== 'scheduled'
}
