/** JSON that can stand inside a script element: it cannot end it, and it is also valid where old parsers read it. */
export function json(data: unknown): string {
  return JSON.stringify(data).replace(
    /[<\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}
