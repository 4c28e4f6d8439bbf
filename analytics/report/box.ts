import { isolated, joinSentences, translator } from '#locales'
import type { BoxEntry, BoxForm } from './document.ts'
import type { FormWords } from './form-words.ts'
import { strongestLeads } from './leads.ts'
import { consultationSentence, limitsOf, respondentsSentence } from './introduction.ts'
import type { Material } from './material.ts'

/** What a chair says on the floor. */
const mostFindings = 3

/** The box under the title, in its older or its newer form. */
export function boxOf(material: Material, form: BoxForm, words: FormWords): BoxEntry[] {
  const references: BoxEntry = { term: words.references, paragraphs: [words.referencesText] }
  if (form === 'summary') {
    return [
      { term: words.summary, paragraphs: [summaryOf(material)] },
      { term: words.action, paragraphs: [words.actionText] },
      references
    ]
  }
  const purpose = translator(material.language)('report:boxText.purpose', { title: isolated(material.title) })
  return [
    { term: words.purpose, paragraphs: [purpose, summaryOf(material)] },
    { term: words.actionByCouncil, paragraphs: [words.actionText] },
    { term: words.strategicPlan, paragraphs: [words.strategicPlanText] },
    { term: words.financial, paragraphs: [words.financialText] },
    references
  ]
}

function summaryOf(material: Material): string {
  const sentences = [
    consultationSentence(material),
    respondentsSentence(material),
    ...strongestLeads(material, mostFindings).map(({ finding }) => finding)
  ]
  return joinSentences([...sentences.map(({ text }) => text), limitsOf(material)], material.language)
}
