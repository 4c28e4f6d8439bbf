import type { Release, Wave } from '#analytics'
import type { Answers, Questionnaire, SingleQuestion } from '#surveys'
import { madeRelease } from '../../support/made-release.ts'
import { languages } from '#locales'

/** The same words in every language. */
export function words(text: string) {
  return { standard: Object.fromEntries(languages.map(language => [language, text])) }
}

/** A question with the answers yes and no. */
export function yesNo(id: string, more: Partial<SingleQuestion> = {}): SingleQuestion {
  const options = ['yes', 'no'].map(code => ({ code, text: words(code) }))
  return { kind: 'single', id, text: words(id), options, ...more }
}

export function asking(...items: readonly SingleQuestion[]): Questionnaire {
  return { title: words('Waves'), sections: [{ id: 'all', items: [...items] }] }
}

/** A wave in which so many answered yes and so many no to every question; printed is what was counted. */
export function waveOf(
  slug: string,
  opensOn: string,
  questionnaire: Questionnaire,
  [yes, no]: readonly [number, number]
): Wave {
  const ids = questionnaire.sections.flatMap(({ items }) => items.map(({ id }) => id))
  const answers = Array.from({ length: yes + no }, (_, at): Answers => {
    const codes = [at < yes ? 'yes' : 'no']
    return new Map(ids.map(id => [id, { state: 'answered', codes }]))
  })
  return dated(slug, opensOn, madeRelease({ questionnaire, answers }))
}

function dated(slug: string, opensOn: string, release: Release): Wave {
  const consultation = { ...release.consultation, slug, opensOn, closesOn: opensOn }
  return { release: { ...release, consultation }, hash: slug }
}
