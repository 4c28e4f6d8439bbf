/** What a thief holds of one consultation, whichever schema it was kept in. Seconds are counted by the thief's own clock. */
export type Evidence = {
  readonly children: readonly Child[]
  /** Every version of every row that any snapshot showed, once, in the order of the snapshots. */
  readonly sightings: readonly Sighting[]
  /** The table where it is written down that somebody has come in. */
  readonly tickets: string
  /** Stirs and pours in their order. */
  readonly turns: readonly Turn[]
  /** Where a name first stands in the write-ahead log. */
  readonly wal: Places
  /** Where `pg_waldump` tells of its row first; empty where there is no such program. */
  readonly dump: Places
  /** The same for the files of tables as they were left in the end, rows that were deleted included. */
  readonly files: Places
  /** The same for the files of tables as a backup holds them that was made before the last stir. */
  readonly backup: Places
  /** Everything that the server wrote into its log. */
  readonly log: string
}

/** What the thief knows of a child, but for the answers: somebody sat beside it with a watch, and saw the card. */
export type Child = {
  readonly language: string
  /** How the card stands in `cards`. */
  readonly card: string
  /** The mark it left, where that can be worked out from the code; undefined where a token was spent. */
  readonly mark: string | undefined
  /** The second in which its answers arrived. */
  readonly second: number
}

/** A version of a row, with the columns that PostgreSQL adds. */
export type Sighting = {
  readonly table: string
  /** What the row is known by, a mark, a hash or an id: hexadecimal. */
  readonly name: string
  readonly xmin: number
  readonly cmin: number
  /** `ctid` as one number that grows with the place in the file. */
  readonly place: number
  /** Bytes of its one column whose length could differ. */
  readonly length: number
  /** Of the snapshot that showed it first. */
  readonly second: number
}

/** The waiting room just before and just after a stir or a pour, and the responses that have come out of it. */
export type Turn = {
  readonly second: number
  readonly before: readonly Sighting[]
  readonly after: readonly Sighting[]
  readonly poured: readonly Response[]
}
export type Response = Sighting & { readonly language: string; readonly recordKey: bigint }
/** Positions by name; a name that stands nowhere is left out. */
export type Places = ReadonlyMap<string, number>

/** For each child the name of the response that is taken for the child's own. */
export type Guesses = readonly (string | undefined)[]
