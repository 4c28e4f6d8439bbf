/** A heading with one paragraph below it, or with several points. */
export type Passage = {
  readonly title: string
  readonly paragraph: string | null
  readonly points: readonly string[]
}

/** @param texts one is a paragraph, several are a list */
export function passage(title: string, ...texts: readonly string[]): Passage {
  const [only, ...others] = texts
  return only !== undefined && others.length === 0
    ? { title, paragraph: only, points: [] }
    : { title, paragraph: null, points: texts }
}
