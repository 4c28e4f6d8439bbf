/** Who does something, for the log, and when. */
export type Actor = { readonly by: string; readonly now: Date }
