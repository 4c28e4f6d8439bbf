/** What the script of the page reads: `%status` is filled in by it. */
export type ApiData = {
  readonly status: string
  readonly shortened: string
  readonly failed: string
}
