import { landingPage, questionnairePage, thanksPage, type Renderer } from '#views'
import type { Language } from '#locales'
import { bandsOffered, type AgeBand } from '#surveys'
import { factsOf } from '../consultations/facts.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import { documentOf, type Document } from '../document.ts'

/** The static pages of a consultation, each rendered and compressed when it is first asked for. */
export type Documents = {
  landing(consultation: OpenedConsultation, language: Language): Promise<Document>
  questionnaire(consultation: OpenedConsultation, language: Language, band: AgeBand): Promise<Document>
  thanks(consultation: OpenedConsultation, language: Language): Promise<Document>
}

export function documentsOf(renderer: Renderer): Documents {
  const made = new Map<string, Promise<Document>>()
  function once(key: readonly string[], render: () => string): Promise<Document> {
    const name = JSON.stringify(key)
    const known = made.get(name)
    if (known !== undefined) return known
    const document = Promise.resolve().then(() => documentOf(render()))
    made.set(name, document)
    document.catch(() => made.delete(name))
    return document
  }
  return {
    landing: (consultation, language) =>
      once(['landing', identityOf(consultation), language], () => {
        const { questionnaire } = consultation.version
        const input = {
          language,
          consultation: factsOf(consultation),
          questionnaire,
          bands: bandsOffered(questionnaire)
        }
        return renderer.render('respond/landing', landingPage(input))
      }),
    questionnaire: (consultation, language, band) =>
      once(['questionnaire', identityOf(consultation), language, band], () =>
        renderer.render('respond/questionnaire', questionnairePage(askedOf(consultation, language, band)))
      ),
    thanks: (consultation, language) =>
      once(['thanks', identityOf(consultation), language], () =>
        renderer.render('respond/thanks', thanksPage({ language, consultation: factsOf(consultation) }))
      )
  }
}

/** What the pages of a questionnaire are built from. */
export function askedOf(consultation: OpenedConsultation, language: Language, band: AgeBand) {
  const { questionnaire, number } = consultation.version
  return { language, consultation: factsOf(consultation), questionnaire, version: number, band }
}

/** All that can change on a static page while the server runs: its version, its dates, its meeting. */
function identityOf(consultation: OpenedConsultation): string {
  return JSON.stringify([consultation.version.id, factsOf(consultation)])
}
