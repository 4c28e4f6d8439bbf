import { formatNumber, translator } from '#locales'
import { editionFor, wordsFor } from '#surveys'
import { addresses } from '../addresses.ts'
import { frameOf, type Frame } from '../frame.ts'
import { paragraphsOf } from '../paragraphs.ts'
import { bandText } from './bands.ts'
import { forBand, type Asked, type FilledIn } from './consultation.ts'
import { codeView, isOfCode, type CodeView } from './entry.ts'
import { problemSentence } from './problem.ts'
import { firstControlId } from './question-ids.ts'
import { scriptData } from './script-data.ts'
import { askedQuestions, partsOf, type NoteView, type PartView } from './steps.ts'

export type QuestionnairePage = Frame & {
  readonly heading: string
  readonly introduction: readonly string[]
  readonly action: string
  readonly band: string
  /** The band in words: on paper nobody has asked it before. */
  readonly age: string
  readonly version: number
  readonly resend: string | null
  readonly summary: ErrorSummary | null
  readonly parts: readonly PartView[]
  readonly lastNotes: readonly NoteView[]
  /** Null where anyone may answer. */
  readonly code: CodeView | null
}
export type ErrorSummary = {
  readonly title: string
  readonly items: readonly { readonly href: string; readonly text: string }[]
}

const nothingYet: FilledIn = { values: new Map(), problems: [] }

/**
 * All that a band is asked as one document: a long form without a script, one question a page with it.
 * With problems it is the same document, all that was typed kept and a summary on top.
 */
export function questionnairePage(whole: Asked, filledIn: FilledIn = nothingYet): QuestionnairePage {
  const asked = forBand(whole)
  const { language, consultation, questionnaire, version, band } = asked
  const { slug, languages, demonstration } = consultation
  const edition = editionFor(band)
  const ofAnswers = filledIn.problems.filter(problem => !isOfCode(problem))
  return {
    ...frameOf({
      language,
      title: translator(language, edition)('respond:form.title'),
      path: other => addresses.questionnaire(other, slug, band),
      form: { path: other => addresses.landing(other, slug), stage: 'edit' },
      languages,
      slug,
      edition,
      script: 'respond',
      data: scriptData(asked),
      leave: true,
      demonstration,
      hasError: filledIn.problems.length > 0
    }),
    heading: wordsFor(questionnaire.title, language, edition),
    introduction:
      questionnaire.introduction === undefined
        ? []
        : paragraphsOf(wordsFor(questionnaire.introduction, language, edition)),
    action: addresses.landing(language, slug),
    band,
    age: bandText(band, language),
    version,
    resend: filledIn.resend ?? null,
    summary: summaryOf(asked, filledIn),
    ...partsOf(asked, { ...filledIn, problems: ofAnswers }),
    code: codeView(
      asked.entry ?? null,
      filledIn.code ?? '',
      filledIn.problems.find(isOfCode),
      language,
      edition
    )
  }
}

function summaryOf(asked: Asked, { problems }: FilledIn): ErrorSummary | null {
  if (problems.length === 0) return null
  const { language } = asked
  const ids = askedQuestions(asked.questionnaire).map(question => question.id)
  return {
    title: translator(language, editionFor(asked.band))('respond:form.errorTitle', {
      count: problems.length,
      number: formatNumber(problems.length, language)
    }),
    items: problems.map(problem => ({
      href: isOfCode(problem) ? '#code' : `#${firstControlId(Math.max(0, ids.indexOf(problem.at)))}`,
      text: problemSentence(problem, language, editionFor(asked.band))
    }))
  }
}
