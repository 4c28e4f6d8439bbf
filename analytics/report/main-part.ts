import { translator } from '#locales'
import { isQuestion, wordsFor, type Section } from '#surveys'
import { canonicalJson } from '../canonical.ts'
import type { Sentence } from '../narrative/sentence.ts'
import type { MainBlock, ReportSection } from './document.ts'
import type { Figures } from './figure.ts'
import { introductionOf } from './introduction.ts'
import { isBackground, type Material } from './material.ts'

/**
 * The numbered sections: the introduction, then one for each section of the form about which something can be said.
 *
 * @param figures the figures that stand in the main part, behind the paragraph on their question
 */
export function sectionsOf(material: Material, figures: Figures): ReportSection[] {
  const t = translator(material.language)
  const drafts: readonly Draft[] = [
    {
      heading: t('report:introduction.heading'),
      paragraphs: introductionOf(material).map(sentences => ({ question: null, sentences }))
    },
    ...material.release.version.questionnaire.sections.flatMap(section => draftsOf(section, material))
  ]
  return drafts.map(({ heading, paragraphs }, index) => {
    const number = index + 1
    return {
      number,
      heading,
      blocks: paragraphs.flatMap(({ question, sentences }, place): MainBlock[] => {
        const figure = question === null ? undefined : figures.get(question)
        return [
          { kind: 'paragraph', number: `${number}.${place + 1}`, sentences, basis: basisOf(sentences) },
          ...(figure === undefined ? [] : [{ kind: 'figure', figure } as const])
        ]
      })
    }
  })
}

type Draft = {
  readonly heading: string
  readonly paragraphs: readonly {
    readonly question: string | null
    readonly sentences: readonly Sentence[]
  }[]
}

function draftsOf(section: Section, material: Material): Draft[] {
  const { narrative, language, release } = material
  const paragraphs = section.items.filter(isQuestion).flatMap(question => {
    const sentences = isBackground(question, release) ? undefined : narrative.paragraphs.get(question.id)
    return sentences === undefined ? [] : [{ question: question.id, sentences }]
  })
  if (paragraphs.length === 0) return []
  const untitled = release.version.questionnaire.sections.every(({ title }) => title === undefined)
  const heading =
    section.title === undefined
      ? translator(language)(untitled ? 'report:section.all' : 'report:section.answers')
      : wordsFor(section.title, language, 'standard')
  return [{ heading, paragraphs }]
}

/** The numbers a paragraph rests on: the same text in every language. */
function basisOf(sentences: readonly Sentence[]): string {
  return canonicalJson(sentences.flatMap(({ says }) => says))
}
