import type { ProfileItem } from './profile.ts'
import type { Route } from './route.ts'

/** Responses that coarsening cannot tell apart: the same background answers, the same route as far as these decide it. */
export type Sort = {
  /** One of them; the others are like it in all that coarsening reads. */
  readonly sample: readonly number[]
  /** What their route depends on beside the background answers. */
  readonly seen: string
  /** Indexes of all of them. */
  readonly rows: readonly number[]
}

/** Responses by sort. @throws RangeError when a response is not of this version */
export function sortsOf(
  items: readonly ProfileItem[],
  route: Route,
  responses: readonly (readonly number[])[],
  width: number
): Sort[] {
  const sorts = new Map<string, { sample: readonly number[]; seen: string; rows: number[] }>()
  responses.forEach((response, row) => {
    if (response.length !== width)
      throw new RangeError(`a response with ${response.length} slots is not of this version`)
    const seen = route.seenIn(response)
    const name = `${items.map(({ at }) => response[at]).join()}/${seen}`
    const sort = sorts.get(name)
    if (sort === undefined) sorts.set(name, { sample: response, seen, rows: [row] })
    else sort.rows.push(row)
  })
  return [...sorts.values()]
}
