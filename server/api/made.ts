import type { Static, TSchema } from 'typebox'

type Fixed<T> = T extends object ? { readonly [Key in keyof T]: Fixed<T[Key]> } : T

/** What a schema describes, as we make it: nobody changes it afterwards. */
export type Made<Schema extends TSchema> = Fixed<Static<Schema>>
