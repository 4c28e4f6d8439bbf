import { codebookOf, unpack, type Answers, type Questionnaire } from '#surveys'

/**
 * Answers to the small questionnaire that can be told apart: a number is written into the codes, and as a word into the
 * remark. The profile is the same in all of them, so that nothing is made coarser.
 */
const wishes = ['lessons', 'report_button', 'helpline_chat', 'parents', 'safe_apps', 'free_access']
const safe = ['not_safe', 'quite_safe', 'very_safe']
const hours = 25
const letters = 'bcdfghjklm'
/** Numbers that fit: hours, how safe, and three wishes in their order. */
export const mostMarked = hours * safe.length * 6 * 5 * 4

/** A form as a phone posts it. */
export function markedForm(number: number, resend: string): string {
  const form = new URLSearchParams({ band, version: '1', resend })
  for (const [id, values] of markedAnswers(number))
    if (id !== 'age_band') for (const value of values) form.append(`q.${id}`, value)
  return form.toString()
}

const band = '16_17'

/** What is given to each question. */
export function markedAnswers(number: number): ReadonlyMap<string, readonly string[]> {
  const { hours, safe, ranked } = marksOf(number)
  return new Map([
    ['hours', [String(hours)]],
    ['safe', [safe]],
    ['wishes', ranked],
    ['message', [wordOf(number)]],
    ['age_band', [band]]
  ])
}

function marksOf(number: number) {
  const order = Math.floor(number / (hours * safe.length))
  const ranked: string[] = []
  let rest = order
  for (const left of [6, 5, 4]) {
    const among = wishes.filter(wish => !ranked.includes(wish))
    ranked.push(among[rest % left] ?? '')
    rest = Math.floor(rest / left)
  }
  return { hours: number % hours, safe: safe[Math.floor(number / hours) % safe.length] ?? '', ranked }
}

const wordOf = (number: number): string =>
  `wish ${[...String(number)].map(digit => letters[Number(digit)]).join('')}`

/** The number in a remark. @throws Error when it is none of ours */
export function numberInRemark(text: string): number {
  const word = text.replace(/^wish /, '')
  const number = Number([...word].map(letter => letters.indexOf(letter)).join(''))
  if (wordOf(number) !== text) throw new Error('a remark that nobody sent')
  return number
}

/** Reads the number of stored answers. */
export function numberReader(questionnaire: Questionnaire): (packed: readonly number[]) => number {
  const codebook = codebookOf(questionnaire)
  const numbers = new Map(
    Array.from({ length: mostMarked }, (_, number) => {
      const { hours, safe, ranked } = marksOf(number)
      return [JSON.stringify([hours, safe, ...ranked]), number]
    })
  )
  return packed => {
    const { answers } = unpack(codebook, packed)
    const number = numbers.get(
      JSON.stringify(['hours', 'safe', 'wishes'].flatMap(id => valuesOf(answers, id)))
    )
    if (number === undefined) throw new Error('an answer that nobody sent')
    return number
  }
}

function valuesOf(answers: Answers, id: string): readonly (string | number)[] {
  const answer = answers.get(id)
  if (answer === undefined) return []
  if ('number' in answer) return [answer.number]
  return 'codes' in answer ? answer.codes : []
}
