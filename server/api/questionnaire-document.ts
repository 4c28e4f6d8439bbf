import { extrasOf, notGiven, states } from '#analytics'
import { translator, type Language } from '#locales'
import { answerText, isClosed, kindOf, wordsFor, type Note, type Question, type Wording } from '#surveys'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { CodeWithText, Item, Questionnaire } from './schemas/questionnaires.ts'

/** What is asked, in one language, with the words for every code that a table can hold. */
export function questionnaireDocument(
  { slug, version }: Pick<OpenedConsultation, 'slug' | 'version'>,
  language: Language
): Questionnaire {
  const { questionnaire, number, hash } = version
  const t = translator(language)
  return {
    consultation: slug,
    version: { number, hash },
    language,
    title: worded(questionnaire.title, language),
    introduction: maybeWorded(questionnaire.introduction, language),
    sections: questionnaire.sections.map(({ id, title, showWhen, items }) => ({
      id,
      title: maybeWorded(title, language),
      ...(showWhen && { showWhen }),
      items: items.map(item => itemOf(item, language))
    })),
    states: [
      ...states.map(state => ({ code: state, text: t(`results:state.${state}`), easyText: null })),
      { code: notGiven, text: t('results:notGiven'), easyText: null }
    ]
  }
}

/** Without the notes that authors write for themselves. */
function itemOf(item: Question | Note, language: Language): Item {
  const { id, kind, text, showWhen } = item
  const asked = kind === 'note' ? undefined : item
  return {
    id,
    kind,
    ...worded(text, language),
    hint: maybeWorded(asked?.hint, language),
    unit: kind === 'number' ? maybeWorded(item.unit, language) : null,
    ...(showWhen && { showWhen }),
    sensitive: asked?.sensitive ?? false,
    profile: asked !== undefined && isClosed(asked) ? (asked.profile ?? null) : null,
    codes: asked === undefined ? [] : codesOf(asked, language),
    extras: asked !== undefined && isClosed(asked) ? extrasOf(asked) : []
  }
}

function codesOf(question: Question, language: Language): readonly CodeWithText[] {
  if (!isClosed(question)) return []
  return kindOf(question)
    .codes(question)
    .map(code => {
      const option =
        question.kind === 'number' ? undefined : question.options.find(option => option.code === code)
      const easyText = option === undefined ? null : worded(option.text, language).easyText
      return { code, text: answerText(question, code, language), easyText }
    })
}

function worded(wording: Wording, language: Language): Worded {
  const text = wordsFor(wording, language, 'standard')
  const easy = wordsFor(wording, language, 'easy')
  return { text, easyText: easy === text ? null : easy }
}

type Worded = { readonly text: string; readonly easyText: string | null }

function maybeWorded(wording: Wording | undefined, language: Language): Worded | null {
  return wording === undefined ? null : worded(wording, language)
}
