import type { Language } from '#locales'
import { bandsOffered, type AgeBand } from '#surveys'
import { landingPage, questionnairePage, thanksPage, type Renderer } from '#views'
import { factsOf } from '../consultations/facts.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import { documentOf, type Document } from '../document.ts'

/** The static pages of a consultation, each rendered and compressed when it is first asked for. */
export type Documents = {
  landing(consultation: OpenedConsultation, language: Language): Promise<Document>
  thanks(consultation: OpenedConsultation, language: Language): Promise<Document>
  /** Undefined for a band that is not offered. */
  questionnaire(
    consultation: OpenedConsultation,
    language: Language,
    band: string
  ): Promise<Document> | undefined
}

export function documentsOf(renderer: Renderer): Documents {
  const made = new WeakMap<OpenedConsultation, Map<string, Promise<Document>>>()

  function once(consultation: OpenedConsultation, name: string, render: () => string): Promise<Document> {
    const own = made.get(consultation) ?? new Map<string, Promise<Document>>()
    made.set(consultation, own)
    const known = own.get(name)
    if (known !== undefined) return known
    const document = Promise.resolve().then(() => documentOf(render()))
    own.set(name, document)
    document.catch(() => own.delete(name))
    return document
  }

  return {
    landing: (consultation, language) =>
      once(consultation, `landing ${language}`, () => {
        const { questionnaire } = consultation.version
        const bands = bandsOffered(questionnaire)
        const input = { language, consultation: factsOf(consultation), questionnaire, bands }
        return renderer.render('respond/landing', landingPage(input))
      }),
    thanks: (consultation, language) =>
      once(consultation, `thanks ${language}`, () =>
        renderer.render('respond/thanks', thanksPage({ language, consultation: factsOf(consultation) }))
      ),
    questionnaire: (consultation, language, name) => {
      const known = made.get(consultation)?.get(`${name} ${language}`)
      if (known !== undefined) return known
      const band = bandsOffered(consultation.version.questionnaire).find(offered => offered === name)
      if (band === undefined) return undefined
      return once(consultation, `${band} ${language}`, () =>
        renderer.render('respond/questionnaire', questionnairePage(askedOf(consultation, language, band)))
      )
    }
  }
}

/** What the pages of a questionnaire are built from. */
export function askedOf(consultation: OpenedConsultation, language: Language, band: AgeBand) {
  const { questionnaire, number } = consultation.version
  return { language, consultation: factsOf(consultation), questionnaire, version: number, band }
}
