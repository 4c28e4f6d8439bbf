import { narrate, type Release, type Sentence } from '#analytics'
import { languages } from '#locales'
import type { Answer, Answers, ClosedQuestion, Question, Wording } from '#surveys'
import { madeRelease } from '../../support/made-release.ts'

/** So many respondents in turn who gave these answers. */
export type Row = readonly [count: number, answers: Readonly<Record<string, Answer>>]

export function respondents(rows: readonly Row[]): readonly Answers[] {
  return rows.flatMap(([count, answers]) =>
    Array.from({ length: count }, () => new Map(Object.entries(answers)))
  )
}

/** A release in which every number is printed as it was counted, unless it is hidden or top-coded. */
export function asked(
  questions: readonly Question[],
  rows: readonly Row[],
  breakdowns: readonly string[] = [],
  written: ReadonlyMap<string, number> = new Map()
): Release {
  const questionnaire = { title: words('Title'), sections: [{ id: 'all', items: [...questions] }] }
  return madeRelease({ questionnaire, breakdowns, answers: respondents(rows), written })
}

/** One question that so many answered with each code; every respondent gives as many answers as it takes. */
export function counted(
  question: ClosedQuestion,
  base: number,
  counts: readonly number[],
  states: Partial<Record<'dk' | 'pns' | 'skipped', number>> = {}
): Release {
  const codes = question.kind === 'number' ? [] : question.options.map(({ code }) => code)
  const given: string[][] = Array.from({ length: base }, () => [])
  let at = 0
  counts.forEach((count, index) => {
    for (let left = count; left > 0; left--) given[at++ % base]?.push(codes[index] ?? '')
  })
  const answered = given.map((own): Row => [1, { [question.id]: { state: 'answered', codes: own } }])
  const others = (['dk', 'pns', 'skipped'] as const).map((state): Row => [
    states[state] ?? 0,
    { [question.id]: { state } }
  ])
  return asked([question], [...answered, ...others])
}

/** What is said of a question, in English and without the marks around quoted texts. */
export function told(release: Release, question = 'q'): readonly string[] {
  return sentences(release, question).map(plain)
}

export function sentences(release: Release, question = 'q'): readonly Sentence[] {
  return narrate(release, 'en').paragraphs.get(question) ?? []
}

export function plain({ text }: { readonly text: string }): string {
  return text.replace(/[\u2068\u2069]/g, '')
}

/** A question whose options are called A, B, C … */
export function choice(kind: 'single' | 'scale' | 'multiple', options: number): ClosedQuestion {
  return { kind, id: 'q', text: words('Why?'), options: optionsOf(options) }
}

export function optionsOf(count: number): { code: string; text: Wording }[] {
  return Array.from({ length: count }, (_, index) => {
    const letter = String.fromCharCode('A'.charCodeAt(0) + index)
    return { code: letter.toLowerCase(), text: words(letter) }
  })
}

export function words(text: string): Wording {
  return { standard: Object.fromEntries(languages.map(language => [language, text])) }
}
