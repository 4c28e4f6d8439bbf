/** Id of a question's element on the page, and the first part of the ids within it. */
export function questionId(position: number): string {
  return `q${position}`
}

/** Id of what an error message leads to: the first thing to press or to type in. */
export function firstControlId(position: number): string {
  return `${questionId(position)}-0`
}
