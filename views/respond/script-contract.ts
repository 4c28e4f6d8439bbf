import type { PersonalData, Shape } from '#surveys/browser'

/**
 * What the respondent's script reads from the page. `%name` in a text is filled in by the script.
 * `asked[3]` is the question of the element `q3`.
 */
export type ScriptData = {
  /** Where this tab keeps its answers; the same in every language. */
  readonly key: string
  /** Where the form is posted to; also the landing page. */
  readonly action: string
  readonly thanks: string
  /** Where these questions stand. */
  readonly path: string
  /** The questions that can be shown to this band, with what routing and reading need to know. */
  readonly shapes: readonly Shape[]
  /** Ids of the questions that stand on the page. */
  readonly asked: readonly string[]
  /** Title of the section of each question on the page. */
  readonly sections: readonly (string | null)[]
  /** Question ids and values that the landing page has answered. */
  readonly given: readonly (readonly [string, string])[]
  readonly notes: readonly { readonly id: string; readonly showWhen: Condition }[]
  /** Sentences for what can be wrong with a question, by its id and the problem's code. */
  readonly errors: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly texts: ScriptTexts
  /** What is said of own words, and where the lists of phrases are; null where nothing is asked in own words. */
  readonly ownWords: OwnWordsTexts | null
}

export type OwnWordsTexts = {
  /** Addresses of the lists, by language. */
  readonly lists: Readonly<Record<string, string>>
  readonly found: Readonly<Record<PersonalData, string>>
  readonly takeOut: string
  /** Paragraphs for somebody to whom something hard is happening; the way to help stands after the second. */
  readonly hard: readonly string[]
  readonly reminderTitle: string
  readonly reminder: string
}

export type Condition = NonNullable<Shape['showWhen']>

export type ScriptTexts = Readonly<
  Record<
    | 'progress'
    | 'charactersLeft'
    | 'charactersOver'
    | 'chosen'
    | 'chosenOver'
    | 'order'
    | 'moveUp'
    | 'moveDown'
    | 'takeOut'
    | 'placed'
    | 'takenOut'
    | 'errorTitle'
    | 'titled'
    | 'titledError'
    | 'check'
    | 'change'
    | 'changeWhat'
    | 'none'
    | 'send'
    | 'sending'
    | 'notSentTitle'
    | 'notSent'
    | 'waitingTitle'
    | 'waiting',
    string
  >
>
