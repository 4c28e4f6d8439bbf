import {
  answerCodesOf,
  cellText,
  compositionTables,
  dataColumns,
  declaredName,
  isLive,
  leftOutCode,
  notGiven,
  printedCount,
  splitName,
  type State,
  type AnyRelease
} from '#analytics'
import { formatDate, isolated, translator, type Language, type Translate } from '#locales'
import {
  conditionTexts,
  isClosed,
  isQuestion,
  joined,
  withDerived,
  wordsFor,
  type ClosedQuestion,
  type Question,
  type TextQuestion
} from '#surveys'
import { columnText, statusMarks } from './columns.ts'
import { documentOf, inline, tableOf, verbatim } from './markdown.ts'

type Book = { readonly release: AnyRelease; readonly language: Language; readonly t: Translate }

/** What was asked of whom, with every code of the data files: a text in Markdown, in one language of the consultation. */
export function codebookText(release: AnyRelease, language: Language): string {
  const t = translator(language)
  const book = { release, language, t }
  const { version, number, releasedOn, consultation } = release
  const title = isolated(wordsFor(version.questionnaire.title, language, 'standard'))
  return documentOf([
    `# ${inline(t('openData:book.title', { title }))}`,
    `${t('results:identity.release')} ${t('results:identity.releaseValue', { number, date: formatDate(releasedOn, language) })}`,
    ...(consultation.demonstration ? [`**${t('report:demonstration')}**`] : []),
    `## ${t('openData:book.files')}`,
    dataColumns(release).map(
      column => `- ${verbatim(column)} – ${inline(columnText(release, column, language))}`
    ),
    `## ${t('openData:book.marks', { column: 'status' })}`,
    [
      `- ${t('openData:book.plain')} – ${t('openData:book.plainMeaning')}`,
      ...statusMarks(release).map(mark => `- ${verbatim(mark)} – ${t(`results:legend.${mark}`)}`)
    ],
    `## ${t('openData:book.questions')}`,
    ...questionBlocks(book),
    ...declaredBlocks(book)
  ])
}

/** What came with every set of answers without a question, and what stands beside the shares of respondents. */
function declaredBlocks({ release, language, t }: Book): (string | string[])[] {
  if (isLive(release)) return []
  const beside = [
    ...(release.target === undefined ? [] : [`- ${verbatim(':target')} – ${t('composition:targetShare')}`]),
    ...((release.target?.weighBy ?? []).length === 0
      ? []
      : [`- ${verbatim(':weighted')} – ${t('composition:weighted.column')}`])
  ]
  const declared = compositionTables(release, language).flatMap(({ dimension, name, rows }) =>
    release.declared?.some(({ question }) => question === declaredName(dimension))
      ? [
          `#### ${verbatim(declaredName(dimension))} ${inline(name)}`,
          tableOf(
            [verbatim('option_code'), t('openData:book.answers')],
            rows.map(({ code, label }) => [verbatim(code), inline(label)])
          )
        ]
      : []
  )
  return [...(beside.length === 0 ? [] : [`### ${verbatim('group')}`, beside]), ...declared]
}

function questionBlocks(book: Book): (string | string[])[] {
  const { questionnaire } = book.release.version
  const conditionText = conditionTexts(questionnaire, book.language)
  return questionnaire.sections.flatMap(section => [
    ...(section.title === undefined ? [] : [`### ${words(section.title, book)}`]),
    ...withDerived(questionnaire, section.items.filter(isQuestion)).flatMap(question => {
      const showWhen = joined(section.showWhen, question.showWhen)
      const who =
        showWhen === undefined
          ? book.t('openData:book.everyone')
          : book.t('openData:book.whoever', { condition: conditionText(showWhen) })
      return [
        `#### ${verbatim(question.id)} ${words(question.text, book)}`,
        [
          ...(question.hint === undefined
            ? []
            : [`- ${book.t('openData:book.hint', { hint: words(question.hint, book) })}`]),
          `- ${kindText(question, book)}`,
          `- ${inline(book.t('openData:book.who', { who }))}`,
          ...(isClosed(question) ? closedLines(question, book) : writtenLine(question, book))
        ],
        ...(isClosed(question) ? [answerTable(question, book)] : [])
      ]
    })
  ])
}

function closedLines(question: ClosedQuestion, { release, language, t }: Book): string[] {
  const unit = question.kind === 'number' ? question.unit : undefined
  return [
    ...(unit === undefined ? [] : [`- ${t('openData:book.unit', { unit: words(unit, { language }) })}`]),
    ...(question.profile === undefined
      ? []
      : [`- ${t('openData:book.profile', { name: splitName(question, language) })}`]),
    ...(makesGroups(release, question) ? [`- ${t('openData:book.breakdown')}`] : []),
    ...(question.sensitive === true ? [`- ${t('openData:book.sensitive')}`] : [])
  ]
}

/** Every code that stands for this question in `option_code`, and `not_given` where it makes groups. */
function answerTable(question: ClosedQuestion, { release, language, t }: Book): string[] {
  return tableOf(
    [verbatim('option_code'), t('openData:book.answers')],
    [
      ...answerCodesOf(release, question).map(code => [
        verbatim(code),
        inline(cellText(question, code, language))
      ]),
      ...waysIn(release, question).map(state => [verbatim(state), t(`results:state.${state}`)]),
      ...(makesGroups(release, question) ? [[verbatim(notGiven), t('results:notGiven')]] : []),
      ...(lacksTables(release, question) ? [[verbatim(leftOutCode), t('openData:leftOut')]] : [])
    ]
  )
}

function makesGroups(release: AnyRelease, { id }: ClosedQuestion): boolean {
  return !isLive(release) && release.breakdowns.includes(id)
}

function lacksTables(release: AnyRelease, { id }: ClosedQuestion): boolean {
  return !isLive(release) && (release.leftOut ?? []).some(({ question }) => question === id)
}

/** A live release tells of those who answered alone. */
function waysIn(release: AnyRelease, { id }: ClosedQuestion): readonly State[] {
  if (isLive(release)) return []
  return (
    release.tables.find(({ question }) => question === id)?.columns[0]?.states.map(({ state }) => state) ?? []
  )
}

function writtenLine(question: TextQuestion, { release, language, t }: Book): string[] {
  if (isLive(release)) return []
  const count = release.written.find(each => each.question === question.id)?.count
  const printed = count === undefined || count.n === null ? '' : printedCount(count, language).text
  return [`- ${t('openData:book.written', { count: printed === '' ? t('openData:book.hidden') : printed })}`]
}

function kindText(question: Question, { t }: Book): string {
  switch (question.kind) {
    case 'single':
      return t('openData:book.kind.single')
    case 'scale':
      return t('openData:book.kind.scale')
    case 'multiple':
      return question.atMost === undefined
        ? t('openData:book.kind.multiple')
        : t('openData:book.kind.multipleAtMost', { count: question.atMost })
    case 'ranking':
      return t('openData:book.kind.ranking', { count: question.upTo })
    case 'number': {
      const { minimum, maximum } = question
      return t('openData:book.kind.number', { minimum, maximum })
    }
    case 'short_text':
    case 'long_text':
      return t('openData:book.kind.text')
  }
}

function words(text: Parameters<typeof wordsFor>[0], { language }: Pick<Book, 'language'>): string {
  return inline(wordsFor(text, language, 'standard'))
}
