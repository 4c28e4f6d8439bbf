import {
  editionFor,
  questionsOf,
  wordsFor,
  type AgeBand,
  type Note,
  type Question,
  type Questionnaire
} from '#surveys'
import { noMedia } from '../media.ts'
import { paragraphsOf } from '../paragraphs.ts'
import type { Asked, FilledIn } from './consultation.ts'
import { problemSentence } from './problem.ts'
import { questionView, type QuestionView } from './question.ts'

export type NoteView = {
  readonly id: string
  readonly conditional: boolean
  readonly paragraphs: readonly string[]
}
/** What one page holds when a script shows one question a page: the notes before a question, and the question. */
export type StepView = { readonly notes: readonly NoteView[]; readonly question: QuestionView }
export type PartView = { readonly title: string | null; readonly steps: readonly StepView[] }

/** Whether the landing page has already asked this: its age band answers the question of the same name. */
export function isAnsweredBefore(question: Question): boolean {
  return 'profile' in question && question.profile === 'age_band'
}

/** The questions a page puts, in order; a question's place in this list makes the ids on the page. */
export function askedQuestions(questionnaire: Questionnaire): Question[] {
  return questionsOf(questionnaire).filter(question => !isAnsweredBefore(question))
}

/** What the landing page has answered: the age band by the id of the question that asks for it, if there is one. */
export function answeredBefore(questionnaire: Questionnaire, band: AgeBand): [string, string][] {
  return questionsOf(questionnaire)
    .filter(isAnsweredBefore)
    .map(question => [question.id, band])
}

/** Sections with their steps, and the notes that no question follows. */
export function partsOf(
  asked: Asked,
  filledIn: FilledIn
): { readonly parts: readonly PartView[]; readonly lastNotes: readonly NoteView[] } {
  const { questionnaire, language, band, media = noMedia } = asked
  const edition = editionFor(band)
  const positions = new Map(askedQuestions(questionnaire).map((question, index) => [question.id, index]))
  let waiting: NoteView[] = []
  const parts = questionnaire.sections.flatMap((section): PartView[] => {
    const title = section.title === undefined ? null : wordsFor(section.title, language, edition)
    const steps: StepView[] = []
    for (const item of section.items) {
      const conditional = item.showWhen !== undefined || section.showWhen !== undefined
      if (item.kind === 'note') {
        waiting.push(noteView(item, conditional, asked))
        continue
      }
      const position = positions.get(item.id)
      if (position === undefined) continue
      const problem = filledIn.problems.find(({ at }) => at === item.id)
      const question = questionView({
        question: item,
        position,
        level: title === null ? 2 : 3,
        conditional,
        language,
        edition,
        media,
        closesOn: asked.consultation.closesOn,
        leadReads: asked.leadReads ?? false,
        given: filledIn.values.get(item.id) ?? [],
        error: problem === undefined ? null : problemSentence(problem, language, edition)
      })
      steps.push({ notes: waiting, question })
      waiting = []
    }
    return steps.length === 0 ? [] : [{ title, steps }]
  })
  return { parts, lastNotes: waiting }
}

/** Id of a note's element, by its place among the notes of the form. */
export function noteId(questionnaire: Questionnaire, note: Note): string {
  const notes = questionnaire.sections.flatMap(section => section.items.filter(item => item.kind === 'note'))
  return `n${notes.indexOf(note)}`
}

function noteView(note: Note, conditional: boolean, { questionnaire, language, band }: Asked): NoteView {
  return {
    id: noteId(questionnaire, note),
    conditional,
    paragraphs: paragraphsOf(wordsFor(note.text, language, editionFor(band)))
  }
}
