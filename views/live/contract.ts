/** What the script of the board reads from the page. */
export type BoardData = {
  readonly slug: string
  /** Where the server tells of a new release. */
  readonly events: string
  /** Where the screen of a room asks for its code. */
  readonly room: string
  readonly arrived: string
  readonly pause: string
  readonly play: string
}
