import type { Language } from '#locales'
import type { Edition, Question, Questionnaire, Section, Wording } from './questionnaire.ts'

/**
 * A text of the questionnaire in the words of an edition; easy words where they differ, else the standard ones.
 *
 * @throws RangeError when the language has no such text: a consultation opens only in languages that are complete
 */
export function wordsFor(wording: Wording, language: Language, edition: Edition): string {
  const easy = edition === 'easy' ? (wording.easy?.[language] ?? '') : ''
  const words = easy.trim() === '' ? wording.standard[language] : easy
  if (words === undefined)
    throw new RangeError(`no ${language} words for “${Object.values(wording.standard)[0] ?? ''}”`)
  return words
}

export type TextKind = 'title' | 'introduction' | 'section' | 'note' | 'question' | 'hint' | 'option' | 'unit'

/** One text and where it stands, `at` being the id it belongs to. */
export type TextPlace = { readonly at: string; readonly kind: TextKind; readonly wording: Wording }

/** Every text of a questionnaire in the order of the form. */
export function textsOf(questionnaire: Questionnaire): TextPlace[] {
  const { title, introduction, sections } = questionnaire
  return [
    { at: 'title', kind: 'title', wording: title },
    ...optional('introduction', 'introduction', introduction),
    ...sections.flatMap(sectionTexts)
  ]
}

function sectionTexts(section: Section): TextPlace[] {
  return [
    ...optional(section.id, 'section', section.title),
    ...section.items.flatMap((item): TextPlace[] =>
      item.kind === 'note' ? [{ at: item.id, kind: 'note', wording: item.text }] : questionTexts(item)
    )
  ]
}

function questionTexts(question: Question): TextPlace[] {
  const options = 'options' in question ? question.options : []
  return [
    { at: question.id, kind: 'question', wording: question.text },
    ...optional(question.id, 'hint', question.hint),
    ...options.map((option): TextPlace => ({
      at: `${question.id} / ${option.code}`,
      kind: 'option',
      wording: option.text
    })),
    ...optional(question.id, 'unit', 'unit' in question ? question.unit : undefined)
  ]
}

function optional(at: string, kind: TextKind, wording: Wording | undefined): TextPlace[] {
  return wording === undefined ? [] : [{ at, kind, wording }]
}
