import type {
  MultipleQuestion,
  Note,
  NumberQuestion,
  Question,
  Questionnaire,
  RankingQuestion,
  Section,
  SingleQuestion,
  TextQuestion
} from '#surveys'
import { options, words } from '../support/sample-questionnaire.ts'

export function form(...sections: readonly Section[]): Questionnaire {
  return { title: words('Title'), sections: [...sections] }
}

export function asking(...items: readonly (Question | Note)[]): Questionnaire {
  return form({ id: 'only_section', items: [...items] })
}

export function choice(id: string, codes: readonly string[] = ['a', 'b', 'c']): SingleQuestion {
  return { kind: 'single', id, text: words(id), options: codes.map(code => ({ code, text: words(code) })) }
}

/** Options `o0`, `o1` and so on. */
export function multiple(id: string, count: number): MultipleQuestion {
  return { kind: 'multiple', id, text: words(id), options: options(count) }
}

export function ranking(id: string, count: number, upTo: number): RankingQuestion {
  return { kind: 'ranking', id, text: words(id), options: options(count), upTo }
}

export function number(id: string, minimum: number, maximum: number): NumberQuestion {
  return { kind: 'number', id, text: words(id), minimum, maximum }
}

export function writing(id: string): TextQuestion {
  return { kind: 'short_text', id, text: words(id) }
}
