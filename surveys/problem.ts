/** Something the person at the screen can put right. `code` is a key of locales/<language>/errors.json. */
export type Problem = {
  readonly at: string
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** Either the value, or every problem that stands in its way. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] }

/** One problem as the outcome of parsing. */
export function problemAt(
  at: string,
  code: string,
  params?: Readonly<Record<string, string | number>>
): Parsed<never> {
  return { ok: false, problems: [{ at, code, ...(params && { params }) }] }
}
