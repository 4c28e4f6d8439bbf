import { isolated, translator, type Language } from '#locales'
import { editionFor, joined, limitOf, shapesOf, wordsFor, type Edition, type Shape } from '#surveys'
import { addresses } from '../addresses.ts'
import type { Asked } from './consultation.ts'
import { ownWordsTexts } from './own-words.ts'
import { problemSentence } from './problem.ts'
import type { ScriptData, ScriptTexts } from './script-contract.ts'
import { answeredBefore, isAnsweredBefore, noteId } from './steps.ts'

/** The data of one questionnaire page. */
export function scriptData(asked: Asked): ScriptData {
  const { language, consultation, questionnaire, version, band } = asked
  const edition = editionFor(band)
  const shapes = shapesOf(questionnaire)
  const sections = questionnaire.sections.flatMap(section =>
    section.items.flatMap(item =>
      item.kind === 'note' || isAnsweredBefore(item)
        ? []
        : [
            {
              id: item.id,
              section: section.title === undefined ? null : wordsFor(section.title, language, edition)
            }
          ]
    )
  )
  const onPage = new Set(sections.map(({ id }) => id))
  return {
    key: `${consultation.slug}/${version}`,
    action: addresses.landing(language, consultation.slug),
    path: addresses.questionnaire(language, consultation.slug, band),
    thanks: addresses.thanks(language, consultation.slug, edition),
    shapes,
    asked: sections.map(({ id }) => id),
    sections: sections.map(({ section }) => section),
    given: answeredBefore(questionnaire, band),
    notes: questionnaire.sections.flatMap(section =>
      section.items.flatMap(item => {
        if (item.kind !== 'note') return []
        const showWhen = joined(section.showWhen, item.showWhen)
        return showWhen === undefined ? [] : [{ id: noteId(questionnaire, item), showWhen }]
      })
    ),
    errors: Object.fromEntries(
      shapes
        .filter(shape => onPage.has(shape.id))
        .map(shape => [shape.id, errorsOf(shape, language, edition)])
    ),
    texts: textsOf(language, edition),
    ownWords: shapes.some(({ kind }) => kind.endsWith('_text')) ? ownWordsTexts(language, edition) : null
  }
}

/** What can go wrong with each kind, as `read` reports it; limits filled in, the rest left to the script. */
function errorsOf(shape: Shape, language: Language, edition: Edition): Record<string, string> {
  return Object.fromEntries(
    problemsOf(shape).map(([code, params]) => [
      code,
      problemSentence({ at: shape.id, code, params }, language, edition)
    ])
  )
}

function problemsOf(shape: Shape): [string, Record<string, number | string>][] {
  const declined: [string, Record<string, number | string>] = ['answer.declinedAndAnswered', {}]
  switch (shape.kind) {
    case 'single':
    case 'scale':
      return []
    case 'multiple':
      return [
        declined,
        ...(shape.options.some(option => option.exclusive)
          ? [['answer.exclusiveAndMore', {}] satisfies [string, object]]
          : []),
        ...(shape.atMost === undefined
          ? []
          : [['answer.tooMany', { count: shape.atMost, chosen: '%chosen' }] satisfies [string, object]])
      ]
    case 'ranking':
      return [declined, ['answer.rankedTwice', {}]]
    case 'number':
      return [
        declined,
        ['answer.notWholeNumber', {}],
        ['answer.outOfBounds', { minimum: shape.minimum, maximum: shape.maximum }]
      ]
    case 'short_text':
    case 'long_text':
      return [['answer.tooLong', { limit: limitOf(shape), length: '%length' }]]
  }
}

function textsOf(language: Language, edition: Edition): ScriptTexts {
  const t = translator(language, edition)
  return {
    progress: t('respond:form.progress', { position: '%position', total: '%total' }),
    charactersLeft: t('respond:form.charactersLeft', { number: '%number' }),
    charactersOver: t('respond:form.charactersOver', { number: '%number' }),
    chosen: t('respond:form.chosen', { number: '%number', limit: '%limit' }),
    chosenOver: t('respond:form.chosenOver', { number: '%number', limit: '%limit' }),
    order: t('respond:form.order'),
    moveUp: t('respond:form.moveUp', { option: isolated('%option') }),
    moveDown: t('respond:form.moveDown', { option: isolated('%option') }),
    takeOut: t('respond:form.takeOut', { option: isolated('%option') }),
    placed: t('respond:form.placed', { option: isolated('%option'), place: '%place' }),
    takenOut: t('respond:form.takenOut', { option: isolated('%option') }),
    errorTitle: t('respond:form.errorTitle', { count: 1, number: '1' }),
    titled: t('chrome:titled', { title: '%title' }),
    titledError: t('chrome:titledError', { title: '%title' }),
    check: t('respond:check.title'),
    change: t('respond:check.change'),
    changeWhat: t('respond:check.changeWhat', { question: isolated('%question') }),
    none: t('respond:check.none'),
    send: t('respond:check.send'),
    sending: t('respond:check.sending'),
    notSentTitle: t('respond:check.notSentTitle'),
    notSent: t('respond:check.notSent'),
    waitingTitle: t('respond:check.waitingTitle'),
    waiting: t('respond:check.waiting')
  }
}
