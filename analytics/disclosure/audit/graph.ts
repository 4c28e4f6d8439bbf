import type { Evidence } from './evidence.ts'

/**
 * True counts that an attacker does not know, each with what was printed of it, and the sums in which they stand. A
 * count is of a group: printed, or what is left of one without others, or who joined it since a release.
 */
export type Unknown = {
  readonly evidence: Evidence[]
  /** The table of the release to be published that tells of it. */
  readonly by: readonly string[]
  /** What it says when nobody is counted: `everybody` where it counts those who did not choose. */
  readonly none: 'nobody' | 'everybody'
  /** Whether statements about it are looked for. */
  readonly asked: boolean
  /** Whether the release to be published says something of it. */
  isNews: boolean
  /** Least and most that it can be; drawn together by `narrow`. */
  from: number
  to: number
}

export type Sum = {
  readonly whole: number
  readonly parts: readonly number[]
  /** The table whose columns are the parts; undefined within a column or between releases. */
  readonly by?: readonly string[]
  /** Looked at by itself only: what it says, other sums say as well. */
  readonly alone: boolean
}

export type Graph = { readonly unknowns: Unknown[]; readonly sums: Sum[] }

export function emptyGraph(): Graph {
  return { unknowns: [], sums: [] }
}

/** @param to the largest that the count can be */
export function addUnknown(
  { unknowns }: Graph,
  to: number,
  { by, none = 'nobody', asked = true, isNews = true, from = 0 }: Partial<Unknown> & Pick<Unknown, 'by'>
): number {
  unknowns.push({ evidence: [], by, none, asked, isNews, from, to })
  return unknowns.length - 1
}

/** The same thing printed again says nothing new; another number for it is another draw of noise. */
export function addEvidence(
  { unknowns }: Graph,
  index: number,
  evidence: Evidence | undefined,
  isNews = true
): void {
  const unknown = unknowns[index]
  if (evidence === undefined || unknown === undefined) return
  if (isNews) unknown.isNews = true
  if (unknown.evidence.some(({ from, to }) => from === evidence.from && to === evidence.to)) return
  unknown.evidence.push(evidence)
}
