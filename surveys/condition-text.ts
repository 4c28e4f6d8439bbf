import { formatList, formatNumber, isolated, translator, type Language } from '#locales'
import { answerText } from './answer-text.ts'
import type { Atom } from './conditions.ts'
import {
  isClosed,
  questionsOf,
  type Comparison,
  type Condition,
  type Questionnaire
} from './questionnaire.ts'
import { wordsFor } from './texts.ts'

/** A condition in words, for whoever reads what a questionnaire asked of whom. @throws RangeError for an unknown question */
export type ConditionText = (condition: Condition) => string

/** The conditions of a questionnaire in one of its languages: questions and answers in the words they were asked in. */
export function conditionTexts(questionnaire: Questionnaire, language: Language): ConditionText {
  const questions = new Map(questionsOf(questionnaire).map(question => [question.id, question]))
  const t = translator(language)

  function textOf(condition: Condition): string {
    if ('all' in condition) return joined(condition.all, 'and')
    if ('any' in condition) return oneOf(condition.any, 'isOneOf') ?? joined(condition.any, 'or')
    if ('not' in condition) return negated(condition.not)
    return atomText(condition, '')
  }

  function negated(condition: Condition): string {
    if ('any' in condition) {
      const none = oneOf(condition.any, 'isNoneOf')
      if (none !== undefined) return none
    }
    return isAtom(condition)
      ? atomText(condition, 'not')
      : t('openData:condition.not', { condition: textOf(condition) })
  }

  function atomText(atom: Atom, no: '' | 'not'): string {
    const question = questionText(atom.question)
    if ('selected' in atom) {
      const answer = quoted(codeText(atom.question, atom.selected))
      return t(`openData:condition.${no === '' ? 'is' : 'isNot'}`, { question, answer })
    }
    if ('answered' in atom)
      return t(`openData:condition.${no === '' ? 'answered' : 'unanswered'}`, { question })
    const number = formatNumber(atom.number, language)
    const text = t(`openData:condition.${comparisons[atom.compare]}`, { question, number })
    return no === '' ? text : t('openData:condition.not', { condition: text })
  }

  /** Several answers of one question in one breath; undefined where it is about anything else. */
  function oneOf(parts: readonly Condition[], link: 'isOneOf' | 'isNoneOf'): string | undefined {
    const atoms = parts.flatMap(part => ('selected' in part ? [part] : []))
    const [first] = atoms
    const isOfOne = atoms.length === parts.length && atoms.every(atom => atom.question === first?.question)
    if (first === undefined || !isOfOne || atoms.length < 2) return undefined
    const answers = atoms.map(atom => quoted(codeText(atom.question, atom.selected)))
    return t(`openData:condition.${link}`, {
      question: questionText(first.question),
      answers: formatList(answers, language)
    })
  }

  function joined(parts: readonly Condition[], word: 'and' | 'or'): string {
    const [only] = parts
    if (only !== undefined && parts.length === 1) return textOf(only)
    // Nothing that has to hold always holds; nothing that may hold never does.
    if (only === undefined) return t(`openData:condition.${word === 'and' ? 'always' : 'never'}`)
    const texts = parts.map(part =>
      isShort(part) ? textOf(part) : t('openData:condition.group', { condition: textOf(part) })
    )
    return texts.reduce((first, second) => t(`openData:condition.${word}`, { first, second }))
  }

  function questionText(id: string): string {
    const question = questions.get(id)
    if (question === undefined) throw new RangeError(`no question ${id}`)
    return quoted(wordsFor(question.text, language, 'standard'))
  }

  function codeText(id: string, code: string): string {
    const question = questions.get(id)
    if (code === 'dk' || code === 'pns') return t(`results:state.${code}`)
    return question !== undefined && isClosed(question) ? answerText(question, code, language) : code
  }

  const quoted = (text: string) => t('openData:condition.quoted', { text: isolated(text) })

  return textOf
}

const comparisons: Readonly<Record<Comparison, string>> = {
  '=': 'equal',
  '<': 'less',
  '<=': 'atMost',
  '>': 'more',
  '>=': 'atLeast'
}

function isAtom(condition: Condition): condition is Atom {
  return 'question' in condition
}

/** What needs no brackets beside others. */
function isShort(condition: Condition): boolean {
  return isAtom('not' in condition ? condition.not : condition)
}
