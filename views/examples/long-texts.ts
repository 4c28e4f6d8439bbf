import type { Questionnaire, Wording } from '#surveys'

/** As long as an option may well become in letters, and a word in which no browser finds a place to break. */
const longest = 500
const longestWord = 120

/** The same questionnaire with all its texts as long as texts can become: what breaks a page breaks it here. */
export function withLongTexts(questionnaire: Questionnaire): Questionnaire {
  const lengthened: Questionnaire = JSON.parse(
    JSON.stringify(questionnaire, (_, value: object) => (isWording(value) ? long(value) : value))
  )
  return lengthened
}

function isWording(value: unknown): value is Wording {
  return typeof value === 'object' && value !== null && 'standard' in value
}

function long({ standard }: Wording): Wording {
  return {
    standard: Object.fromEntries(
      Object.entries(standard).map(([language, text]) => [language, longText(text)])
    )
  }
}

function longText(text: string): string {
  const letters = text.replace(/[\s\p{P}]/gu, '')
  const word = letters.repeat(Math.ceil(longestWord / letters.length)).slice(0, longestWord)
  return `${text} ${word} ${`${text} `.repeat(Math.ceil(longest / text.length))}`.slice(0, longest).trim()
}
