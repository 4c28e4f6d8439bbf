import type { Figure } from '#analytics'

/** What the charts' script reads: figures by the id of the element they are drawn in. */
export type ResultsData = {
  readonly rtl: boolean
  readonly figures: readonly { readonly id: string; readonly label: string; readonly figure: Figure }[]
}
